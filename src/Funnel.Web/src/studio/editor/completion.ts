import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippet,
} from "@codemirror/autocomplete";
import { type CompletionItem, InsertTextFormat, type TextDocument } from "vscode-json-languageservice";
import { asDocument, schemaService } from "./schemaService";

export const completion = autocompletion({ override: [complete], icons: false });

async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const before = context.matchBefore(/"[^"\n]*|[\w.-]+/);
  if (!context.explicit && !before) {
    return null;
  }
  const service = await schemaService();
  const document = asDocument(context.state.doc.toString());
  const list = await service.doComplete(
    document,
    document.positionAt(context.pos),
    service.parseJSONDocument(document),
  );
  const typed = bare(before?.text ?? "");
  const options = (list?.items ?? [])
    .filter((item) => bare(item.filterText ?? item.label).includes(typed))
    .map((item) => optionOf(item, document));
  return context.aborted || options.length === 0 ? null : { from: before?.from ?? context.pos, options, filter: false };
}

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
      const template = item.insertTextFormat === InsertTextFormat.Snippet ? templateOf(text) : text;
      const at = range ? [document.offsetAt(range.start), document.offsetAt(range.end)] : [from, to];
      snippet(template)(view, completion, at[0]!, at[1]!);
    },
  };
}

/** The protocol's `$1` and `\$` as the editor's templates have them. */
const templateOf = (text: string) =>
  text.replace(/\\([\\$}])|\$(\d+)/g, (_, escaped: string | undefined, field: string) => escaped ?? `\${${field}}`);
