import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useCell } from "../cell";
import type { Checker } from "../checks/Checker";
import type { Witness } from "../report/Census";
import { session } from "../server/session";
import { Stage, type Width } from "./Stage";
import type { TryMessage } from "../try/main";

/** What is to be tried: another object each time that it is begun anew. */
export interface Trial {
  /** The walk at whose end it begins; null is the beginning. */
  readonly walk: Witness | null;
}

interface Props {
  checker: Checker;
  trial: Trial;
  /** Whether it was ever looked at: before that nothing loads. */
  isOpen: boolean;
  onRestart: () => void;
}

/** A shopper's page beside the editor, which walks the text as it stands; nothing of it is stored. */
export function TryPane({ checker, trial, isOpen, onRestart }: Props) {
  const latest = useCell(checker.latest);
  const drawn = useCell(checker.drawn);
  const key = useCell(session.key);
  const [chosen, setChosen] = useState("");
  const [width, setWidth] = useState<Width>("phone");
  const [isReady, setIsReady] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  const begun = useRef<Trial | null>(null);

  const definition = useMemo(
    () => drawn && (JSON.parse(drawn.text) as TryMessage["definition"] & { locales?: string[] }),
    [drawn],
  );
  const locales = definition?.locales ?? ["en"];
  const locale = locales.includes(chosen) ? chosen : locales[0]!;

  useEffect(() => {
    const onMessage = ({ source, data }: MessageEvent<{ type?: unknown } | null>) => {
      if (source === frame.current?.contentWindow && data?.type === "ready") {
        setIsReady(true);
      }
    };
    addEventListener("message", onMessage);
    return () => removeEventListener("message", onMessage);
  }, []);

  useEffect(() => {
    if (!isReady || !definition || key === null) {
      return;
    }
    const { walk } = trial;
    const message: TryMessage = {
      type: "try",
      definition,
      start: { ...walk?.start, locale, ...(walk?.at && { at: walk.at }) },
      // With another text the shopper stays where they are.
      ...(begun.current !== trial && { actions: walk?.answers ?? [] }),
      key,
    };
    begun.current = trial;
    frame.current?.contentWindow?.postMessage(message, location.origin);
  }, [isReady, definition, key, trial, locale]);

  if (!isOpen) {
    return null;
  }
  return (
    <>
      <div class="try-bar">
        <label>
          Language
          <select class="field" value={locale} onChange={(event) => setChosen(event.currentTarget.value)}>
            {locales.map((one) => (
              <option key={one} value={one}>
                {languages.of(one)}
              </option>
            ))}
          </select>
        </label>
        <div role="group" aria-label="Width">
          <WidthButton width="phone" title="Phone" chosen={width} onChoose={setWidth} />
          <WidthButton width="desktop" title="Desktop" chosen={width} onChoose={setWidth} />
        </div>
        <button type="button" class="button quiet" onClick={onRestart}>
          Start again
        </button>
      </div>
      {trial.walk && (
        <details>
          <summary>At the end of a walk from the report</summary>
          {trial.walk.text}
        </details>
      )}
      {latest && latest !== drawn && (
        <p class="note">
          {definition ? "This is the text as it was before its errors." : "It can be tried once there are no errors."}
        </p>
      )}
      <Stage frame={frame} width={width} />
    </>
  );
}

const languages = new Intl.DisplayNames("en", { type: "language" });

interface WidthProps {
  width: Width;
  title: string;
  chosen: Width;
  onChoose: (width: Width) => void;
}

const WidthButton = ({ width, title, chosen, onChoose }: WidthProps) => (
  <button type="button" class="button quiet" aria-pressed={width === chosen} onClick={() => onChoose(width)}>
    {title}
  </button>
);
