import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

/** Lines that are too long for the pane go on beneath, a little further in than they began. */
export const hangingIndent = [
  EditorView.lineWrapping,
  ViewPlugin.define(
    (view) => ({
      decorations: indents(view),
      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged) {
          this.decorations = indents(update.view);
        }
      },
    }),
    { decorations: (plugin) => plugin.decorations },
  ),
];

const most = 40;

function indents(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      builder.add(line.from, line.from, decoration(Math.min(line.text.search(/\S|$/), most) + 2));
      at = line.to + 1;
    }
  }
  return builder.finish();
}

const known: Decoration[] = [];

const decoration = (columns: number) =>
  (known[columns] ??= Decoration.line({
    attributes: { style: `padding-left: calc(6px + ${columns}ch); text-indent: -${columns}ch` },
  }));
