import { useState } from "preact/hooks";
import { Dialog } from "../Dialog";

interface Props {
  taken: string[];
  onClose: () => void;
}

/** Asks for a funnel's id. Its workspace then begins with an example. */
export function NewFunnel({ taken, onClose }: Props) {
  const [id, setId] = useState("");
  const isTaken = taken.includes(id);
  return (
    <Dialog title="New funnel" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          location.assign(`/studio/${id}`);
        }}
      >
        <label>
          Id
          <input
            class="field"
            name="id"
            required
            maxLength={63}
            pattern="[a-z0-9][a-z0-9\-]*"
            title="Small letters, digits and hyphens, beginning with a letter or digit"
            placeholder="summer-sale"
            autocomplete="off"
            spellcheck={false}
            aria-describedby="new-funnel-id"
            value={id}
            onInput={(event) => setId(event.currentTarget.value)}
          />
        </label>
        <p class="soft" id="new-funnel-id">
          Small letters, digits and hyphens. It becomes part of the shop&rsquo;s address, /f/{id || "…"}, and stays.
        </p>
        {isTaken && (
          <p class="note" role="status">
            There is a funnel of that id. You will open it.
          </p>
        )}
        <p class="actions">
          <button class="button primary">{isTaken ? "Open it" : "Begin"}</button>
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
        </p>
      </form>
    </Dialog>
  );
}
