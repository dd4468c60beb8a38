import type { CompletionList, Hover, TextDocument } from "vscode-json-languageservice";
import { isTooDeep } from "./tree";

/** What knows how a funnel's file is written, by the server's own schema. */
export interface SchemaService {
  documentOf(text: string): TextDocument;
  complete(document: TextDocument, offset: number): Promise<CompletionList | null>;
  hover(document: TextDocument, offset: number): Promise<Hover | null>;
}

let service: Promise<SchemaService> | undefined;

/** It is large, and not needed before somebody asks something. */
export const schemaService = (): Promise<SchemaService> => (service ??= load());

async function load(): Promise<SchemaService> {
  const [{ getLanguageService, MarkupKind, TextDocument }, schema] = await Promise.all([
    import("vscode-json-languageservice"),
    fetch("/v1/funnels/schema").then((response) => response.text()),
  ]);
  const made = getLanguageService({
    // Whichever schema a text names, it is this one.
    schemaRequestService: () => Promise.resolve(schema),
    clientCapabilities: {
      textDocument: {
        completion: { completionItem: { documentationFormat: [MarkupKind.PlainText] } },
        hover: { contentFormat: [MarkupKind.PlainText] },
      },
    },
  });
  made.configure({ validate: false, schemas: [{ uri: "studio:/funnel.schema.json", fileMatch: ["*.json"] }] });
  return {
    documentOf: (text) => TextDocument.create("studio:/funnel.json", "json", 0, text),
    complete: async (document, offset) =>
      isTooDeep(document.getText())
        ? null
        : made.doComplete(document, document.positionAt(offset), made.parseJSONDocument(document)),
    hover: async (document, offset) =>
      isTooDeep(document.getText())
        ? null
        : made.doHover(document, document.positionAt(offset), made.parseJSONDocument(document)),
  };
}
