import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface Props {
  title: string;
  class?: string;
  /** Not there where it cannot be closed without an answer. */
  onClose?: () => void;
  children: ComponentChildren;
}

/** A dialog above all else; it is there as long as it is rendered. */
export function Dialog({ title, class: style = "", onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = focused();
    dialog.current?.showModal();
    return () => before?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={style}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      // Browsers close one at the second Escape, whatever is said to the first.
      onClose={() => (onClose ? onClose() : dialog.current?.showModal())}
    >
      <div class="title">
        <h2 id={heading}>{title}</h2>
        {onClose && (
          <button type="button" class="button quiet" aria-label="Close" onClick={onClose}>
            ✕
          </button>
        )}
      </div>
      {children}
    </dialog>
  );
}

/** What has the focus, also inside the editor's own tree. */
function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) {
    element = element.shadowRoot.activeElement;
  }
  return element instanceof HTMLElement ? element : null;
}
