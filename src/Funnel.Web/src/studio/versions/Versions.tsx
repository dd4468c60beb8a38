import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../Dialog";
import type { DraftDocument } from "../drafts/DraftDocument";
import { Failure } from "../Failure";
import { listVersions, type Version } from "../server/definitions";
import { Refusal } from "../../api/send";
import { moment } from "../words";
import { VersionDetails } from "./VersionDetails";

interface Props {
  draft: DraftDocument;
  onRestored: (version: Version) => void;
  onEdit: (text: string) => void;
  onClose: () => void;
}

/** All that was published of a funnel, newest first, and what can be done with each. */
export function Versions({ draft, onRestored, onEdit, onClose }: Props) {
  const [versions, setVersions] = useState<readonly Version[]>([]);
  const [next, setNext] = useState<number | null | undefined>(undefined);
  const [failure, setFailure] = useState<Refusal | null>(null);
  const [restored, setRestored] = useState<Version | null>(null);
  const [open, setOpen] = useState<Version | null>(null);

  const load = async (before?: number) => {
    try {
      const page = await listVersions(draft.funnelId, before);
      setVersions((known) => (before === undefined ? page.versions : [...known, ...page.versions]));
      setNext(page.next);
      setOpen((shown) => shown ?? page.versions[0] ?? null);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      setFailure(refusal);
    }
  };
  useEffect(() => void load(), [restored]);
  const newest = versions[0];

  return (
    <Dialog title="Versions" class="wide versions" onClose={onClose}>
      {failure && <Failure failure={failure} />}
      {next === undefined && !failure && <p class="soft">Loading…</p>}
      {next !== undefined && versions.length === 0 && (
        <p>Nothing was published yet. The first version is made by &ldquo;Publish&rdquo;.</p>
      )}
      {versions.length > 0 && (
        <div class="versions-body">
          <nav aria-label="Versions">
            <ol>
              {versions.map((version) => (
                <li key={version.version}>
                  <button
                    type="button"
                    aria-current={version.version === open?.version ? "true" : undefined}
                    onClick={() => setOpen(version)}
                  >
                    <strong>Version {version.version}</strong>
                    <span class="soft">{origin(version)}</span>
                  </button>
                </li>
              ))}
            </ol>
            {next != null && (
              <button type="button" class="link" onClick={() => void load(next)}>
                Show older ones
              </button>
            )}
          </nav>
          {open && newest && (
            <VersionDetails
              key={open.version}
              draft={draft}
              version={open}
              newest={newest}
              onEdit={onEdit}
              onRestored={(version) => {
                setOpen(version);
                setRestored(version);
                onRestored(version);
              }}
              onOvertaken={() => void load()}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}

/** `21 Nov 2026 at 14:03, by anna` */
function origin(version: Version): string {
  const by = version.key !== null ? `, by ${version.key}` : version.file !== null ? `, from ${version.file}` : "";
  const anew = version.restored !== null ? `; version ${version.restored} anew` : "";
  return `${moment(version.publishedAt)}${by}${anew}`;
}
