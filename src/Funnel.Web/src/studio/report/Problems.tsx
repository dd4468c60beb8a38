import type { ReportedProblem } from "../server/definitions";
import { count } from "../words";

interface Props {
  problems: readonly ReportedProblem[];
  /** Not there where the text is not at hand. */
  onJump?: (pointer: string, line: number) => void;
}

const severities = ["error", "warning", "note"] as const;

/** What is wrong, or worth knowing, each with a way to it. */
export function Problems({ problems, onJump }: Props) {
  return (
    <section>
      <h3>Problems</h3>
      <p class="counts">
        {severities.map((severity) => {
          const number = problems.filter((problem) => problem.severity === severity).length;
          return (
            <span key={severity} class={number > 0 ? severity : "soft"}>
              {count(number, severity)}
            </span>
          );
        })}
      </p>
      {problems.length > 0 && (
        <ol class="problems">
          {worstFirst(problems).map((problem, index) => (
            <li key={`${index} ${problem.code}`}>
              <button
                type="button"
                class={problem.severity}
                disabled={!onJump}
                onClick={() => onJump?.(problem.pointer, problem.line)}
              >
                <span>
                  <span class="visually-hidden">{problem.severity} </span>
                  <code>{problem.code}</code> line {problem.line}
                </span>
                {problem.message}
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const worstFirst = (problems: readonly ReportedProblem[]) =>
  severities.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
