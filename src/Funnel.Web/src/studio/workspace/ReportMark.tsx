import { useCell } from "../cell";
import type { Checker } from "../checks/Checker";
import { count } from "../words";

/** How many errors and warnings there are, in short. */
export function ReportMark({ checker }: { checker: Checker }) {
  const latest = useCell(checker.latest);
  const number = (severity: string) =>
    latest?.report.problems.filter((problem) => problem.severity === severity).length ?? 0;
  const [errors, warnings] = [number("error"), number("warning")];
  return (
    <>
      {errors > 0 && (
        <span class="mark error" title={count(errors, "error")}>
          {errors}
          <span class="visually-hidden"> errors</span>
        </span>
      )}
      {warnings > 0 && (
        <span class="mark warning" title={count(warnings, "warning")}>
          {warnings}
          <span class="visually-hidden"> warnings</span>
        </span>
      )}
    </>
  );
}
