import { useMemo } from "preact/hooks";
import { lineDiff } from "./lineDiff";

interface Props {
  before: string;
  after: string;
  label: string;
}

const around = 2;
const mostLines = 2_000;
const signs = { same: " ", removed: "−", added: "+" };
const words = { same: "", removed: "removed: ", added: "added: " };

/** The lines that differ, each with those around it. */
export function LineDiff({ before, after, label }: Props) {
  const lines = useMemo(() => nearChanges(before, after), [before, after]);
  return (
    <div class="lines" role="group" aria-label={label} tabIndex={0}>
      {lines.slice(0, mostLines).map((line, index) =>
        line === null ? (
          <hr key={index} />
        ) : (
          <code key={index} class={line.kind}>
            <span aria-hidden="true">{signs[line.kind]} </span>
            <span class="visually-hidden">{words[line.kind]}</span>
            {line.text}
          </code>
        ),
      )}
      {lines.length > mostLines && <p class="soft">And more.</p>}
    </div>
  );
}

/** Null stands for lines that are left out. */
function nearChanges(before: string, after: string) {
  const all = lineDiff(before, after);
  const changed = all.map((line) => line.kind !== "same");
  const isNear = all.map((_, index) => changed.slice(Math.max(0, index - around), index + around + 1).includes(true));
  return all
    .map((line, index) => (isNear[index] ? line : null))
    .filter((line, index) => line !== null || (isNear[index - 1] ?? false));
}
