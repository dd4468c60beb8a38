import { useEffect, useState } from "preact/hooks";
import { useCell } from "../cell";
import type { Checker } from "../checks/Checker";
import { Comparison } from "../comparison/Comparison";
import { Dialog } from "../Dialog";
import type { DraftDocument } from "../drafts/DraftDocument";
import { Failure } from "../Failure";
import { Problems } from "../report/Problems";
import { isRefusal } from "../server/client";
import { listVersions, publishDraft, type Version } from "../server/definitions";
import { Refusal } from "../../api/send";

interface Props {
  draft: DraftDocument;
  checker: Checker;
  /** False where the draft could not be saved, which is told elsewhere. */
  onSave: () => Promise<boolean>;
  onPublished: (version: Version) => void;
  onJump: (pointer: string, line: number) => void;
  onClose: () => void;
}

type Stage =
  | { at: "saving" }
  | { at: "ready"; before: Version | null; isOvertaken: boolean }
  | { at: "publishing"; before: Version | null }
  | { at: "refused"; refusal: Refusal }
  | { at: "published"; version: Version };

/** Saves the draft, shows what publishing it would change, and publishes it. */
export function Publish({ draft, checker, onSave, onPublished, onJump, onClose }: Props) {
  const [stage, setStage] = useState<Stage>({ at: "saving" });
  const checked = useCell(checker.latest);
  const errors =
    checked?.text === draft.text.value && !checked.report.publishable
      ? checked.report.problems.filter((problem) => problem.severity === "error")
      : [];
  /** Somebody else may have published meanwhile, so the newest version is asked for each time. */
  const offer = async (isOvertaken: boolean): Promise<Stage> => {
    const { versions } = await listVersions(draft.funnelId, undefined, 1);
    return { at: "ready", before: versions[0] ?? null, isOvertaken };
  };
  /** Runs what the server may refuse. */
  const guarded = async (run: () => Promise<Stage | null>) => {
    try {
      const next = await run();
      if (next) {
        setStage(next);
      }
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      setStage({ at: "refused", refusal });
    }
  };

  useEffect(() => {
    if (errors.length > 0) {
      return;
    }
    void guarded(async () => {
      if ((draft.isChanged || draft.base.value.etag === null) && !(await onSave())) {
        return null;
      }
      return offer(false);
    });
  }, []);

  const publish = (before: Version | null) => {
    setStage({ at: "publishing", before });
    void guarded(async () => {
      try {
        const version = await publishDraft(draft.funnelId, draft.base.value.etag!, before?.version ?? 0);
        onPublished(version);
        return { at: "published", version };
      } catch (failure) {
        if (!isRefusal(failure, "version-changed")) {
          throw failure;
        }
        return offer(true);
      }
    });
  };

  if (stage.at === "published") {
    return (
      <Dialog title={`Version ${stage.version.version} is published`} onClose={onClose}>
        <p>New orders get it from now on. Orders that were started before keep the version they began with.</p>
        <p class="actions">
          <a class="button primary" href={`/f/${draft.funnelId}`} target="_blank">
            Open the shop
          </a>
          <button type="button" class="button" onClick={onClose}>
            Go on writing
          </button>
        </p>
      </Dialog>
    );
  }
  if (errors.length > 0) {
    return (
      <Dialog title={`Publish ${draft.funnelId}`} class="wide" onClose={onClose}>
        <p>It cannot be published while it has errors. Shoppers get what is published already.</p>
        <Problems problems={errors} onJump={onJump} />
      </Dialog>
    );
  }
  return (
    <Dialog title={`Publish ${draft.funnelId}`} class="wide" onClose={onClose}>
      {stage.at === "saving" && (
        <p class="soft" role="status">
          Saving the draft first…
        </p>
      )}
      {stage.at === "refused" && (
        <>
          <Failure failure={stage.refusal} />
          {stage.refusal.problem.report && (
            <Problems problems={stage.refusal.problem.report.problems} onJump={onJump} />
          )}
        </>
      )}
      {(stage.at === "ready" || stage.at === "publishing") && (
        <Offer
          draft={draft}
          before={stage.before}
          isOvertaken={stage.at === "ready" && stage.isOvertaken}
          isRunning={stage.at === "publishing"}
          onPublish={() => publish(stage.before)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface OfferProps extends Pick<Props, "draft" | "onClose"> {
  before: Version | null;
  isOvertaken: boolean;
  isRunning: boolean;
  onPublish: () => void;
}

/** What publishing would change, and the button for it. */
function Offer({ draft, before, isOvertaken, isRunning, onPublish, onClose }: OfferProps) {
  const isSame = before !== null && draft.base.value.etag === `"${before.hash}"`;
  return (
    <>
      {isOvertaken && before !== null && (
        <p class="note" role="alert">
          Somebody has published version {before.version} meanwhile, so yours was not published. Look again at what it
          would change.
        </p>
      )}
      {isSame ? (
        <p>This is version {before.version} already: there is nothing to publish.</p>
      ) : before === null ? (
        <p>It is the first version of this funnel. Shoppers can order from it as soon as it is published.</p>
      ) : (
        <>
          <p>What would change for shoppers, from version {before.version} to this text:</p>
          <Comparison funnelId={draft.funnelId} before={before.version} after="draft" />
        </>
      )}
      <p class="actions">
        {!isSame && (
          <button type="button" class="button primary" disabled={isRunning} onClick={onPublish}>
            Publish as version {(before?.version ?? 0) + 1}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {isSame ? "Close" : "Not now"}
        </button>
      </p>
    </>
  );
}
