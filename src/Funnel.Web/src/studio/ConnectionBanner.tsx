import { useCell } from "./cell";
import { trouble } from "./server/connection";

/** Tells why nothing gets through, for as long as it does not. */
export function ConnectionBanner() {
  const why = useCell(trouble);
  return (
    <div role="status">
      {why !== null && (
        <p class="banner">
          <strong>Trying again…</strong> {why} Nothing you have written is lost.
        </p>
      )}
    </div>
  );
}
