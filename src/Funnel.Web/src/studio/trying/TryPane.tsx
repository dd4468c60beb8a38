import { useEffect, useRef, useState } from "preact/hooks";
import { useCell } from "../cell";
import type { Checked, Checker } from "../checks/Checker";
import type { Witness } from "../report/Census";
import { session } from "../server/session";

interface Props {
  checker: Checker;
  /** The walk that is to be shown; another object each time that it is. */
  walk: Witness | null;
  /** Whether it was ever looked at: not before does anything load. */
  isOpen: boolean;
}

/** A shopper's page beside the editor, which walks the text as it stands; nothing of it is stored. */
export function TryPane({ checker, walk, isOpen }: Props) {
  const latest = useCell(checker.latest);
  const [text, setText] = useState<Checked | null>(null);
  const [locale, setLocale] = useState("");
  const [width, setWidth] = useState<"phone" | "desktop">("phone");
  const [isReady, setIsReady] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    if (latest?.report.publishable) {
      setText(latest);
    }
  }, [latest]);

  useEffect(() => {
    const onMessage = (event: MessageEvent<unknown>) => {
      if (event.source === frame.current?.contentWindow && isReadiness(event.data)) {
        setIsReady(true);
      }
    };
    addEventListener("message", onMessage);
    return () => removeEventListener("message", onMessage);
  }, []);

  const definition = text && (JSON.parse(text.text) as { locales?: string[] });
  const locales = definition?.locales ?? ["en"];
  const spoken = locales.includes(locale) ? locale : locales[0]!;

  // Without actions the frame keeps those that were taken.
  const send = (start: object, actions?: readonly object[]) =>
    frame.current?.contentWindow?.postMessage(
      { type: "try", definition, start, ...(actions && { actions }), key: session.key.value },
      location.origin,
    );
  const startOf = (shown: Witness | null) => ({
    ...withoutNulls(shown?.start ?? {}),
    locale: spoken,
    ...(shown?.at && { at: shown.at }),
  });

  useEffect(() => {
    if (isReady && text) {
      send(startOf(walk), walk ? walk.answers.map(withoutNulls) : []);
    }
  }, [isReady, walk, text !== null]);
  useEffect(() => {
    if (isReady && text) {
      send(startOf(walk));
    }
  }, [text, spoken]);

  if (!isOpen) {
    return null;
  }
  return (
    <>
      <div class="try-bar">
        <label>
          Language
          <select class="field" value={spoken} onChange={(event) => setLocale(event.currentTarget.value)}>
            {locales.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <div role="group" aria-label="Width">
          {(["phone", "desktop"] as const).map((one) => (
            <button
              key={one}
              type="button"
              class="button quiet"
              aria-pressed={one === width}
              onClick={() => setWidth(one)}
            >
              {one === "phone" ? "Phone" : "Desktop"}
            </button>
          ))}
        </div>
        <button type="button" class="button quiet" onClick={() => send(startOf(null), [])}>
          Start again
        </button>
      </div>
      {latest && !latest.report.publishable && (
        <p class="note">
          {text ? "The text has errors. This is how it was before them." : "It can be tried once there are no errors."}
        </p>
      )}
      <iframe ref={frame} class={width} src="/try" title="The shop as a shopper sees it" />
    </>
  );
}

const isReadiness = (data: unknown) =>
  typeof data === "object" && data !== null && "type" in data && data.type === "ready";

const withoutNulls = (part: object): object =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null));
