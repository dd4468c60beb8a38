import { useCell } from "../cell";
import type { Opened } from "../drafts/open";
import { moment } from "../words";

interface Props {
  opened: Opened;
  onDiscard: () => void;
  onConflict: () => void;
}

/** What the merchant should know of the text as a whole. */
export function Notices({ opened, onDiscard, onConflict }: Props) {
  const { document: draft } = opened;
  const restored = useCell(draft.restored);
  const text = useCell(draft.text);
  const base = useCell(draft.base);
  const heard = useCell(draft.heard);
  const isKept = useCell(draft.isKept);
  const isNew = base.etag === null && !opened.newest && text === base.text;
  return (
    <div class="notices" role="status">
      {restored && text !== base.text && (
        <p class="note">
          What you had not saved was brought back, from {moment(restored.at)}.
          <button type="button" class="link" onClick={onDiscard}>
            Discard it
          </button>
          <button type="button" class="link" onClick={() => (draft.restored.value = null)}>
            Keep it
          </button>
        </p>
      )}
      {heard !== undefined && draft.isOvertaken && (
        <p class="note warning">
          {heard
            ? `${heard.savedBy} saved this draft ${moment(heard.savedAt)}, after you began from it.`
            : "This draft was removed after you began from it."}
          <button type="button" class="link" onClick={onConflict}>
            Look at what differs
          </button>
        </p>
      )}
      {!isKept && (
        <p class="note warning">This browser keeps no more. Save the draft before you leave: it would be lost.</p>
      )}
      {isNew && (
        <p class="note">
          There is no funnel of this id yet. This is a small one to begin with; saving it makes the draft.
        </p>
      )}
    </div>
  );
}
