import { useEffect } from "preact/hooks";
import { useCell } from "../cell";
import type { Checker } from "../checks/Checker";
import type { DraftDocument } from "../drafts/DraftDocument";
import type { Version } from "../server/definitions";
import { moment } from "../words";

interface Props {
  draft: DraftDocument;
  checker: Checker;
  newest: Version | null;
  onSave: () => void;
  onPublish: () => void;
  onVersions: () => void;
}

/** What is open, how it stands, and what can be done with it. */
export function TopBar({ draft, checker, newest, onSave, onPublish, onVersions }: Props) {
  const drawn = useCell(checker.drawn);
  const isSaving = useCell(draft.isSaving);
  const title = drawn?.report.picture?.title ?? draft.funnelId;
  useEffect(() => {
    document.title = `${title} · Funnel studio`;
  }, [title]);
  return (
    <header class="top">
      <a href="/studio" aria-label="All funnels">
        Funnels
      </a>
      <h1>
        {title} <code>{draft.funnelId}</code>
      </h1>
      <p class="soft" role="status">
        <State draft={draft} newest={newest} />
      </p>
      <div class="actions">
        <button type="button" class="button" onClick={onVersions}>
          Versions
        </button>
        <button type="button" class="button" aria-keyshortcuts="Control+S Meta+S" onClick={onSave} disabled={isSaving}>
          Save draft
        </button>
        <button type="button" class="button primary" onClick={onPublish}>
          Publish…
        </button>
      </div>
    </header>
  );
}

function State({ draft, newest }: { draft: DraftDocument; newest: Version | null }) {
  const text = useCell(draft.text);
  const base = useCell(draft.base);
  const heard = useCell(draft.heard);
  const isSaving = useCell(draft.isSaving);
  if (isSaving) {
    return <>Saving…</>;
  }
  if (text !== base.text) {
    return <strong>Not saved yet</strong>;
  }
  if (base.etag === null) {
    return <>{newest ? `As published in version ${newest.version}` : "An example to begin with"}</>;
  }
  if (heard === null) {
    return <strong>The draft was removed</strong>;
  }
  const published = newest && base.etag === `"${newest.hash}"` ? `, and published as version ${newest.version}` : "";
  return (
    <>{heard && !draft.isOvertaken ? `Saved ${moment(heard.savedAt)} by ${heard.savedBy}${published}` : "Saved"}</>
  );
}
