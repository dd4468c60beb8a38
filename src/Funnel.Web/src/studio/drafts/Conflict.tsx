import { useCell } from "../cell";
import { Dialog } from "../Dialog";
import { Failure } from "../Failure";
import { readDraft } from "../server/definitions";
import { useLoaded } from "../useLoaded";
import { moment } from "../words";
import type { DraftDocument } from "./DraftDocument";
import { LineDiff } from "./LineDiff";

interface Props {
  document: DraftDocument;
  /** Told of the text that is to stand in the editor. */
  onTake: (text: string) => void;
  onSave: () => void;
  onClose: () => void;
}

/** Shows what somebody else has saved meanwhile, and lets the merchant decide which of the two goes on. */
export function Conflict({ document, onTake, onSave, onClose }: Props) {
  const heard = useCell(document.heard);
  const theirs = useLoaded(async () => {
    await document.look();
    return readDraft(document.funnelId);
  }, [document.base.value.etag]);
  const mine = document.text.value;
  return (
    <Dialog
      title={heard ? "Somebody else has saved this draft" : "Somebody else has removed this draft"}
      class="wide"
      onClose={onClose}
    >
      <p>
        {heard
          ? `It was saved ${moment(heard.savedAt)}, by ${heard.savedBy}, after you began from it. `
          : "It was removed after you began from it. "}
        Nothing has been overwritten.
      </p>
      {theirs.state === "loading" && <p class="soft">Loading…</p>}
      {theirs.state === "failed" && <Failure failure={theirs.failure} />}
      {theirs.state === "loaded" && (
        <>
          {theirs.value &&
            (theirs.value.text === mine ? (
              <p>Their text and yours are the same.</p>
            ) : (
              <>
                <h3>From theirs to yours</h3>
                <LineDiff before={theirs.value.text} after={mine} label="What differs, from theirs to yours" />
              </>
            ))}
          <p class="actions">
            {theirs.value && (
              <button
                type="button"
                class="button primary"
                onClick={() => {
                  document.goOnFrom(theirs.value);
                  onTake(theirs.value!.text);
                }}
              >
                Take theirs
              </button>
            )}
            <button
              type="button"
              class="button"
              onClick={() => {
                document.goOnFrom(theirs.value);
                onSave();
              }}
            >
              {theirs.value ? "Save mine over it" : "Save mine again"}
            </button>
            <button type="button" class="button" onClick={onClose}>
              Keep writing
            </button>
          </p>
          {theirs.value && <p class="soft">Undo in the editor brings your text back after taking theirs.</p>}
        </>
      )}
    </Dialog>
  );
}
