import { browser } from "../../storage";

/** A text that was not saved yet, and the entity tag of the draft that it began from. */
export interface Unsaved {
  readonly text: string;
  readonly etag: string | null;
  /** When it was kept, in milliseconds. */
  readonly at: number;
}

const placeOf = (funnelId: string) => `funnel.unsaved.${funnelId}`;

export const readUnsaved = (funnelId: string) =>
  browser.read<Unsaved>(placeOf(funnelId), ({ text, at }) => typeof text === "string" && typeof at === "number");

/** @returns False where the browser keeps nothing more. */
export const keepUnsaved = (funnelId: string, unsaved: Unsaved) => browser.write(placeOf(funnelId), unsaved);

export const forgetUnsaved = (funnelId: string) => browser.remove(placeOf(funnelId));
