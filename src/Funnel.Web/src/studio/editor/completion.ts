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
  const before = context.matchBefore(/"[^"\n]*|[\w.-]+/);
  if (!context.explicit && !before) {
    return null;
  }
  const service = await schemaService();
  const file = service.documentOf(context.state.doc.toString());
  const list = await service.complete(file, context.pos);
  const typed = bare(before?.text ?? "");
  const options = (list?.items ?? [])
    .filter((item) => bare(item.filterText ?? item.label).includes(typed))
    .map((item) => optionOf(item, file));
  return context.aborted || options.length === 0 ? null : { from: before?.from ?? context.pos, options, filter: false };
}

// As the language server protocol numbers it.
const snippetFormat = 2;

const bare = (text: string) => text.replaceAll('"', "").toLowerCase();

function optionOf(item: CompletionItem, document: TextDocument): Completion {
  return {
    label: item.label,
    ...(item.detail && { detail: item.detail }),
    ...(item.documentation && {
      info: typeof item.documentation === "string" ? item.documentation : item.documentation.value,
    }),
    apply: (view, completion, from, to) => {
      const edit = item.textEdit;
      const range = edit && ("range" in edit ? edit.range : edit.replace);
      const text = edit?.newText ?? item.insertText ?? item.label;
      const template = item.insertTextFormat === snippetFormat ? templateOf(text) : text;
      const at = range ? [document.offsetAt(range.start), document.offsetAt(range.end)] : [from, to];
      snippet(template)(view, completion, at[0]!, at[1]!);
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
