import { hoverTooltip } from "@codemirror/view";
import { asDocument, schemaService } from "./schemaService";

/** What the schema says of the property or value under the pointer. */
export const hover = hoverTooltip(async (view, position) => {
  const service = await schemaService();
  const file = asDocument(view.state.doc.toString());
  const found = await service.doHover(file, file.positionAt(position), service.parseJSONDocument(file));
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

type Contents = NonNullable<Awaited<ReturnType<Awaited<ReturnType<typeof schemaService>>["doHover"]>>>["contents"];

const textOf = (contents: Contents): string =>
  (Array.isArray(contents) ? contents : [contents])
    .map((part) => (typeof part === "string" ? part : part.value))
    .join("\n\n");
