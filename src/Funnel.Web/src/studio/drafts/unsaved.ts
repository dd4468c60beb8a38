/** A text that was not saved yet, and the entity tag of the draft that it began from. */
export interface Unsaved {
  readonly text: string;
  readonly etag: string | null;
  /** When it was kept, in milliseconds. */
  readonly at: number;
}

const placeOf = (funnelId: string) => `funnel.unsaved.${funnelId}`;

export function readUnsaved(funnelId: string): Unsaved | null {
  const kept = localStorage.getItem(placeOf(funnelId));
  return kept === null ? null : (JSON.parse(kept) as Unsaved);
}

/** @returns False where the browser keeps nothing more. */
export function keepUnsaved(funnelId: string, unsaved: Unsaved): boolean {
  try {
    localStorage.setItem(placeOf(funnelId), JSON.stringify(unsaved));
    return true;
  } catch (failure) {
    if (failure instanceof DOMException) {
      return false;
    }
    throw failure;
  }
}

export const forgetUnsaved = (funnelId: string) => localStorage.removeItem(placeOf(funnelId));
