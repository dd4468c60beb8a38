import { hoverTooltip } from "@codemirror/view";
import type { Hover } from "vscode-json-languageservice";
import { schemaService } from "./schemaService";

/** What the schema says of the property or value under the pointer. */
export const hover = hoverTooltip(async (view, position) => {
  const service = await schemaService();
  const file = service.documentOf(view.state.doc.toString());
  const found = await service.hover(file, position);
  const text = found && textOf(found.contents);
  if (!text || !found.range) {
    return null;
  }
  return {
    pos: file.offsetAt(found.range.start),
    end: file.offsetAt(found.range.end),
    above: true,
    create: () => {
      const dom = document.createElement("div");
      dom.className = "cm-help";
      dom.textContent = text;
      return { dom };
    },
  };
});

const textOf = (contents: Hover["contents"]): string =>
  (Array.isArray(contents) ? contents : [contents])
    .map((part) => (typeof part === "string" ? plain(part) : part.value))
    .join("\n\n");

/** Without the signs by which Markdown knows that a sign means itself. */
const plain = (markdown: string) => markdown.replace(/\\([^\w\s])/g, "$1");
