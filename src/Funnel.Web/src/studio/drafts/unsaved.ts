/** A text that was not saved yet, and the entity tag of the draft that it began from. */
export interface Unsaved {
  readonly text: string;
  readonly etag: string | null;
  /** When it was kept, in milliseconds. */
  readonly at: number;
}

const placeOf = (funnelId: string) => `funnel.unsaved.${funnelId}`;

/** What somebody else has put there is no text of ours. */
export function readUnsaved(funnelId: string): Unsaved | null {
  try {
    const kept = JSON.parse(localStorage.getItem(placeOf(funnelId)) ?? "null") as Partial<Unsaved> | null;
    return typeof kept?.text === "string" && typeof kept.at === "number" ? (kept as Unsaved) : null;
  } catch (failure) {
    if (failure instanceof SyntaxError) {
      return null;
    }
    throw failure;
  }
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
