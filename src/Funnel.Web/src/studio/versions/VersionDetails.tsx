import { useState } from "preact/hooks";
import { Comparison } from "../comparison/Comparison";
import type { DraftDocument } from "../drafts/DraftDocument";
import { Editor } from "../editor/Editor";
import { Failure } from "../Failure";
import { readVersion, type Version } from "../server/definitions";
import { useLoaded } from "../useLoaded";
import { Restore } from "./Restore";

interface Props {
  draft: DraftDocument;
  version: Version;
  newest: Version;
  onEdit: (text: string) => void;
  onRestored: (version: Version) => void;
  /** Somebody has published meanwhile, so the newest version is another. */
  onOvertaken: () => void;
}

type Shown = "changes" | "since" | "text";

/** A version: what it changed, what has changed since, and its text. */
export function VersionDetails({ draft, version, newest, onEdit, onRestored, onOvertaken }: Props) {
  const number = version.version;
  const isNewest = number === newest.version;
  const [shown, setShown] = useState<Shown>(number > 1 ? "changes" : isNewest ? "text" : "since");
  const choices: [Shown, string][] = [
    ...(number > 1 ? [["changes", `What it changed from version ${number - 1}`] as [Shown, string]] : []),
    ...(isNewest ? [] : [["since", `What restoring it would change now`] as [Shown, string]]),
    ["text", "Its text"],
  ];
  return (
    <section class="version" aria-label={`Version ${number}`}>
      <div class="choices" role="group" aria-label="Show">
        {choices.map(([choice, title]) => (
          <button
            key={choice}
            type="button"
            class="button quiet"
            aria-pressed={choice === shown}
            onClick={() => setShown(choice)}
          >
            {title}
          </button>
        ))}
      </div>
      <div class="version-content">
        {shown === "changes" && <Comparison funnelId={draft.funnelId} before={number - 1} after={number} />}
        {shown === "since" && <Comparison funnelId={draft.funnelId} before={newest.version} after={number} />}
        {shown === "text" && <VersionText draft={draft} version={number} onEdit={onEdit} />}
      </div>
      {!isNewest && (
        <Restore
          funnelId={draft.funnelId}
          version={number}
          newest={newest.version}
          onRestored={onRestored}
          onOvertaken={() => {
            setShown("since");
            onOvertaken();
          }}
        />
      )}
    </section>
  );
}

interface TextProps extends Pick<Props, "draft" | "onEdit"> {
  version: number;
}

function VersionText({ draft, version, onEdit }: TextProps) {
  const loaded = useLoaded(() => readVersion(draft.funnelId, version), [draft.funnelId, version]);
  if (loaded.state === "failed") {
    return <Failure failure={loaded.failure} />;
  }
  if (loaded.state === "loading" || !loaded.value) {
    return <p class="soft">Loading…</p>;
  }
  const { text } = loaded.value;
  return (
    <>
      <Editor text={text} label={`Version ${version}, to be read only`} />
      <p>
        <button type="button" class="link" onClick={() => onEdit(text)}>
          Put this text into the editor
        </button>
      </p>
    </>
  );
}
