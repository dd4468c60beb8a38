import { useState } from "preact/hooks";
import { Failure } from "../Failure";
import { isRefusal } from "../server/client";
import { restoreVersion, type Version } from "../server/definitions";
import { Refusal } from "../../api/send";
import { Problems } from "../report/Problems";

interface Props {
  funnelId: string;
  version: number;
  newest: number;
  onRestored: (version: Version) => void;
  onOvertaken: () => void;
}

/** Publishes an earlier version anew, after saying what that does. */
export function Restore({ funnelId, version, newest, onRestored, onOvertaken }: Props) {
  const [stage, setStage] = useState<"offered" | "asked" | "running">("offered");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const restore = async () => {
    setStage("running");
    try {
      onRestored(await restoreVersion(funnelId, version, newest));
    } catch (failure) {
      if (!(failure instanceof Refusal)) {
        throw failure;
      }
      if (isRefusal(failure, "version-changed")) {
        onOvertaken();
      }
      setRefusal(failure);
      setStage("offered");
    }
  };
  if (stage === "offered") {
    return (
      <div class="restore">
        {refusal && <Failure failure={refusal} />}
        {refusal?.problem.report && <Problems problems={refusal.problem.report.problems} />}
        <button type="button" class="button" onClick={() => setStage("asked")}>
          Restore version {version}…
        </button>
      </div>
    );
  }
  return (
    <div class="restore note" role="alert">
      <p>
        Version {version} will be published anew, as version {newest + 1}. New orders get it at once; orders that were
        started keep theirs. Your draft stays as it is, and no version is lost.
      </p>
      <p class="actions">
        <button type="button" class="button primary" disabled={stage === "running"} onClick={() => void restore()}>
          Restore as version {newest + 1}
        </button>
        <button type="button" class="button" onClick={() => setStage("offered")}>
          Cancel
        </button>
      </p>
    </div>
  );
}
