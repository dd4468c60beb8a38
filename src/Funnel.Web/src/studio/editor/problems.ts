import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import type { EditorState, TransactionSpec } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { previousDiagnostic } from "@codemirror/lint";
import type { ReportedProblem } from "../server/definitions";
import { rangeOf } from "./pointers";
import { treeOf } from "./tree";

const severities = { error: "error", warning: "warning", note: "info" } as const;

/** Marks in the gutter, and F8 and Shift-F8 from one problem to the next. */
export const problemMarks = [lintGutter(), keymap.of([...lintKeymap, { key: "Shift-F8", run: previousDiagnostic }])];

/** Puts squiggles where a check of this very text found something. */
export function showProblems(state: EditorState, problems: readonly ReportedProblem[]): TransactionSpec {
  const root = treeOf(state.doc.toString());
  const diagnostics = problems.map((problem): Diagnostic => ({
    ...rangeOf(state.doc, root, problem),
    severity: severities[problem.severity],
    message: problem.message,
    source: problem.code,
  }));
  return setDiagnostics(state, diagnostics);
}
