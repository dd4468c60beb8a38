import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { useCell } from "../cell";
import type { Checker } from "../checks/Checker";
import type { FunnelEditor } from "./FunnelEditor";

interface Props {
  editor: RefObject<FunnelEditor | null>;
  checker: Checker;
}

/** What can be done with the text itself. */
export function EditorBar({ editor, checker }: Props) {
  const latest = useCell(checker.latest);
  const [notLaidOut, setNotLaidOut] = useState<string | null>(null);
  const hasProblems = (latest?.report.problems.length ?? 0) > 0;
  return (
    <div class="editor-bar">
      <button
        type="button"
        class="button quiet"
        aria-keyshortcuts="Shift+Alt+F"
        title="Shift-Alt-F"
        onClick={() => setNotLaidOut(editor.current?.format() ? null : (editor.current?.text ?? null))}
      >
        Format
      </button>
      <button type="button" class="button quiet" title="Ctrl-F" onClick={() => editor.current?.search()}>
        Search
      </button>
      <button
        type="button"
        class="button quiet"
        aria-keyshortcuts="F8"
        title="F8; Shift-F8 goes back"
        disabled={!hasProblems}
        onClick={() => editor.current?.jumpToNextProblem()}
      >
        Next problem
      </button>
      <p class="soft" role="status">
        {notLaidOut !== null && notLaidOut === editor.current?.text && "Only valid JSON can be laid out."}
      </p>
      <p class="soft hint">Escape, then Tab, leaves the editor.</p>
    </div>
  );
}
