import { useEffect, useState } from "preact/hooks";
import { Refusal } from "../../api/send";
import type { DraftDocument } from "../drafts/DraftDocument";

interface Saving {
  /** False where it could not be done, which is told. */
  readonly save: () => Promise<boolean>;
  readonly failure: Refusal | null;
  readonly forgetFailure: () => void;
}

interface Told {
  readonly onConflict: () => void;
  readonly onFailure: () => void;
}

/** Saves a draft, also by the keys that do so everywhere. */
export function useSave(draft: DraftDocument, { onConflict, onFailure }: Told): Saving {
  const [failure, setFailure] = useState<Refusal | null>(null);
  const save = async () => {
    setFailure(null);
    try {
      const isSaved = await draft.save();
      if (!isSaved) {
        onConflict();
      }
      return isSaved;
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      onFailure();
      setFailure(refusal);
      return false;
    }
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
        event.preventDefault();
        void save();
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [draft]);
  return { save, failure, forgetFailure: () => setFailure(null) };
}
