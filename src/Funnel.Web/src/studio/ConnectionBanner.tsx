import { useCell } from "./cell";
import { connection } from "./server/client";

/** Tells that nothing gets through, for as long as it does not. */
export function ConnectionBanner() {
  const state = useCell(connection);
  return (
    <div role="status">
      {state !== "fine" && (
        <p class="banner">
          <strong>Trying again…</strong>{" "}
          {state === "lost" ? "The server cannot be reached." : "The server has much to do."} Nothing you have written
          is lost.
        </p>
      )}
    </div>
  );
}
