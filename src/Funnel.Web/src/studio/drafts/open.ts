import { listVersions, readDraft, readVersion, type Version } from "../server/definitions";
import { DraftDocument } from "./DraftDocument";
import { exampleFunnel } from "./example";
import { readUnsaved } from "./unsaved";

export interface Opened {
  readonly document: DraftDocument;
  /** Null where nothing was published yet. */
  readonly newest: Version | null;
}

/** Opens a funnel's draft, else what is published, else an example; and what was not saved of it. */
export async function openFunnel(funnelId: string): Promise<Opened> {
  const [draft, { versions }] = await Promise.all([readDraft(funnelId), listVersions(funnelId, undefined, 1)]);
  const newest = versions[0] ?? null;
  const published = !draft && newest ? await readVersion(funnelId, newest.version) : null;
  const text = draft?.text ?? published?.text ?? exampleFunnel(funnelId);
  const unsaved = readUnsaved(funnelId);
  const restored = unsaved && unsaved.text !== text ? unsaved : null;
  return { document: new DraftDocument(funnelId, { text, etag: draft?.etag ?? null }, restored), newest };
}
