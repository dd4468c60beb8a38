import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { nextDiagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension, Text } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { ReportedProblem } from "../server/definitions";
import { completion } from "./completion";
import { format } from "./format";
import { hangingIndent } from "./hangingIndent";
import { hover } from "./hover";
import { nodeAt, stepAt } from "./pointers";
import { problemMarks, showProblems } from "./problems";
import { theme } from "./theme";
import { treeOf } from "./tree";

interface Options {
  readonly host: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** Not there where it is only read. */
  readonly onChange?: (text: string) => void;
  /** The pointer of the step, or the part of one, that the cursor is in. */
  readonly onCursor?: (pointer: string | null) => void;
}

const cursorRests = 80;

/** The editor of a funnel's text. It stands in a tree of its own, which may have style sheets where the page may not. */
export class FunnelEditor {
  readonly #view: EditorView;
  readonly #lineEnds = new Compartment();

  constructor({ host, text, label, onChange, onCursor }: Options) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const extensions = [
      reading,
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      this.#lineEnds.of(lineEndsOf(text)),
      onChange ? [writing, changes(onChange)] : EditorState.readOnly.of(true),
      onCursor ? cursor(onCursor) : [],
    ];
    this.#view = new EditorView({ state: EditorState.create({ doc: text, extensions }), parent: root, root });
  }

  get text(): string {
    return this.#view.state.sliceDoc();
  }

  focus() {
    this.#view.focus();
  }

  /** Another text; undoing brings this one back. */
  replace(text: string) {
    const { state } = this.#view;
    this.#view.dispatch({
      changes: { from: 0, to: state.doc.length, insert: Text.of(text.split(/\r\n?|\n/)) },
      effects: this.#lineEnds.reconfigure(lineEndsOf(text)),
      annotations: isolateHistory.of("full"),
      userEvent: "input.replace",
    });
  }

  /** Marks what a check found in a text, if it is still this one. */
  show(text: string, problems: readonly ReportedProblem[]) {
    if (text === this.text) {
      this.#view.dispatch(showProblems(this.#view.state, problems));
    }
  }

  /** Puts the cursor where a pointer says, or else at the beginning of a line. */
  jump(pointer: string, line?: number) {
    const { doc } = this.#view.state;
    const root = treeOf(doc.toString());
    const node = root && nodeAt(root, pointer);
    const at = node?.offset ?? doc.line(Math.min(line ?? 1, doc.lines)).from;
    this.#view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    this.#view.focus();
  }

  jumpToNextProblem() {
    this.#view.focus();
    nextDiagnostic(this.#view);
  }

  search() {
    openSearchPanel(this.#view);
  }

  /** @returns False where the text is no JSON yet. */
  format(): boolean {
    return formatCommand(this.#view);
  }

  close() {
    this.#view.destroy();
  }
}

/** A text goes back as it came. */
const lineEndsOf = (text: string): Extension => (text.includes("\r\n") ? EditorState.lineSeparator.of("\r\n") : []);

const reading: Extension = [
  lineNumbers(),
  highlightSpecialChars(),
  codeFolding(),
  foldGutter(),
  drawSelection(),
  bracketMatching(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  search({ top: true }),
  json(),
  theme,
  hangingIndent,
  EditorState.tabSize.of(2),
  indentUnit.of("  "),
  keymap.of([...searchKeymap, ...foldKeymap, ...defaultKeymap]),
];

const writing: Extension = [
  history(),
  indentOnInput(),
  closeBrackets(),
  completion,
  hover,
  problemMarks,
  keymap.of([
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...historyKeymap,
    { key: "Shift-Alt-f", run: formatCommand },
    indentWithTab,
  ]),
];

function formatCommand(view: EditorView): boolean {
  const changes = format(view.state.doc.toString());
  if (changes && changes.length > 0) {
    view.dispatch({ changes, userEvent: "input.format" });
  }
  return changes !== null;
}

const changes = (tell: (text: string) => void) =>
  EditorView.updateListener.of((update) => {
    if (update.docChanged) {
      tell(update.state.sliceDoc());
    }
  });

function cursor(tell: (pointer: string | null) => void): Extension {
  let timer = 0;
  return EditorView.updateListener.of((update) => {
    if (update.docChanged || update.selectionSet) {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const { doc, selection } = update.view.state;
        tell(stepAt(doc.toString(), selection.main.head));
      }, cursorRests);
    }
  });
}
