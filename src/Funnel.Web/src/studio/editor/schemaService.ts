import { getLanguageService, MarkupKind, TextDocument, type LanguageService } from "vscode-json-languageservice";

let service: Promise<LanguageService> | undefined;

/** What knows how a funnel's file is written, by the server's own schema. */
export const schemaService = (): Promise<LanguageService> => (service ??= load());

export const asDocument = (text: string) => TextDocument.create("studio:/funnel.json", "json", 0, text);

async function load(): Promise<LanguageService> {
  const schema = await (await fetch("/v1/funnels/schema")).text();
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
  return made;
}
