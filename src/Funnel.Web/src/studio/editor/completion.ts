import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippet,
  startCompletion,
} from "@codemirror/autocomplete";
import type { CompletionItem, TextDocument } from "vscode-json-languageservice";
import { schemaService } from "./schemaService";

export const completion = autocompletion({ override: [complete], icons: false });

async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  if (!context.explicit && !context.matchBefore(/["\w.-]/)) {
    return null;
  }
  const service = await schemaService();
  const file = service.documentOf(context.state.doc.toString());
  const items = (await service.complete(file, context.pos))?.items ?? [];
  const from = Math.min(context.pos, ...items.map((item) => rangeOf(item, file)?.from ?? context.pos));
  const typed = bare(context.state.sliceDoc(from, context.pos));
  const options = items
    .filter((item) => bare(item.filterText ?? item.label).includes(typed))
    .map((item) => optionOf(item, file));
  return context.aborted || options.length === 0 ? null : { from, options, filter: false };
}

// As the language server protocol numbers it.
const snippetFormat = 2;

const bare = (text: string) => text.replaceAll('"', "").toLowerCase();

/** What it stands instead of. */
function rangeOf({ textEdit }: CompletionItem, document: TextDocument): { from: number; to: number } | undefined {
  const range = textEdit && ("range" in textEdit ? textEdit.range : textEdit.replace);
  return range && { from: document.offsetAt(range.start), to: document.offsetAt(range.end) };
}

function optionOf(item: CompletionItem, document: TextDocument): Completion {
  return {
    label: item.label,
    ...(item.detail && { detail: item.detail }),
    ...(item.documentation && {
      info: typeof item.documentation === "string" ? item.documentation : item.documentation.value,
    }),
    apply: (view, completion, from, to) => {
      const text = item.textEdit?.newText ?? item.insertText ?? item.label;
      const template = item.insertTextFormat === snippetFormat ? templateOf(text) : text;
      const range = rangeOf(item, document) ?? { from, to };
      snippet(template)(view, completion, range.from, range.to);
      // What was inserted asks for a value.
      if (item.command) {
        startCompletion(view);
      }
    },
  };
}

/** The protocol's `$1` and `\$` as the editor's templates have them. */
const templateOf = (text: string) =>
  text.replace(/\\([\\$}])|\$(\d+)/g, (_, escaped: string | undefined, field: string) => escaped ?? `\${${field}}`);
