import type { Text } from "@codemirror/state";
import { findNodeAtLocation, findNodeAtOffset, getLocation, type Node } from "jsonc-parser";
import type { ReportedProblem } from "../server/definitions";
import { isTooDeep } from "./tree";

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The value that a JSON Pointer means; undefined where there is none. */
export const nodeAt = (root: Node, pointer: string): Node | undefined =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<Node | undefined>(
      (node, part) => node && findNodeAtLocation(node, [node.type === "array" ? Number(part) : part]),
      root,
    );

/** The pointer of the step that an offset is in, and of the offer or field where it is in one; null outside all steps. */
export function stepAt(text: string, offset: number): string | null {
  if (isTooDeep(text)) {
    return null;
  }
  const [list, step, parts, part] = getLocation(text, offset).path;
  if (list !== "steps" || typeof step !== "number") {
    return null;
  }
  const isPart = (parts === "offers" || parts === "fields") && typeof part === "number";
  return isPart ? `/steps/${step}/${parts}/${part}` : `/steps/${step}`;
}

/** What of the text a problem is about: the key or the value that its line and column name, and of a long value its first line. */
export function rangeOf(doc: Text, root: Node | undefined, problem: ReportedProblem): Range {
  const line = doc.line(Math.min(problem.line, doc.lines));
  // Columns count characters, offsets UTF-16.
  const before = [...line.text].slice(0, problem.column - 1).join("");
  const from = line.from + before.length;
  const node = root && findNodeAtOffset(root, from);
  if (node?.offset !== from) {
    return { from, to: Math.min(from + 1, line.to) };
  }
  const to = Math.min(node.offset + node.length, line.to);
  const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
  const isLong = node.offset + node.length > line.to;
  return isLong && key ? { from: key.offset, to: key.offset + key.length } : { from, to };
}
