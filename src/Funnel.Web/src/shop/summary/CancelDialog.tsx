import { useLayoutEffect, useRef } from "preact/hooks";
import { useTexts } from "../words/context";

/** Asks once more before an order is given up. */
export function CancelDialog({ cancel, close }: { cancel: () => void; close: () => void }) {
  const texts = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="cancel-title" onClose={close}>
      <h2 id="cancel-title">{texts.cancel}</h2>
      <p>{texts.cancelSure}</p>
      <div class="ways">
        <button type="button" class="button" onClick={() => (dialog.current?.close(), cancel())}>
          {texts.cancelYes}
        </button>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {texts.cancelNo}
        </button>
      </div>
    </dialog>
  );
}
