import { createScanner, type Node } from "jsonc-parser";
import { wholeTreeOf } from "./tree";

const width = 120;

export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * Lays out JSON anew: two spaces, and on one line what fits on one, save what was begun with a line of its own.
 * @returns The changes, of white space alone; null where the text is no JSON yet.
 */
export function format(text: string): Gap[] | null {
  const root = wholeTreeOf(text);
  if (!root) {
    return null;
  }
  const wanted = new Map([[text.length, "\n"]]);
  placeOpen(text, root, 0, 0, wanted);
  return gaps(text)
    .map(({ from, to }) => ({ from, to, insert: wanted.get(to) ?? "" }))
    .filter(({ from, to, insert }) => text.slice(from, to) !== insert);
}

/** Notes the white space before each token of a value that begins at a column; none is noted where there is to be none. */
function placeOpen(text: string, node: Node, indent: number, column: number, wanted: Map<number, string>) {
  // A comma may follow.
  if (!hasToBreak(text, node) && column + flatWidth(node) < width) {
    placeFlat(node, wanted);
    return;
  }
  for (const child of node.children ?? []) {
    wanted.set(child.offset, `\n${" ".repeat(indent + 2)}`);
    const value = valueOf(child);
    const before = value.offset === child.offset ? 0 : child.children![0]!.length + 2;
    if (before > 0) {
      wanted.set(value.offset, " ");
    }
    placeOpen(text, value, indent + 2, indent + 2 + before, wanted);
  }
  if (node.children?.length) {
    wanted.set(lastOf(node), `\n${" ".repeat(indent)}`);
  }
}

function placeFlat(node: Node, wanted: Map<number, string>) {
  const inside = node.type === "object" && node.children?.length ? " " : "";
  node.children?.forEach((child, index) => {
    const value = valueOf(child);
    wanted.set(value.offset, " ");
    wanted.set(child.offset, index > 0 ? " " : inside);
    placeFlat(value, wanted);
  });
  if (node.children) {
    wanted.set(lastOf(node), inside);
  }
}

function flatWidth(node: Node): number {
  if (!node.children) {
    return node.length;
  }
  const around = node.type === "object" && node.children.length > 0 ? 4 : 2;
  return node.children.reduce(
    (sum, child, index) =>
      sum +
      (index > 0 ? 2 : 0) +
      (child.type === "property" ? child.children![0]!.length + 2 : 0) +
      flatWidth(valueOf(child)),
    around,
  );
}

/** What its writer opened, or something inside it. */
function hasToBreak(text: string, node: Node): boolean {
  const children = node.children ?? [];
  return (
    (children.length > 0 && text.slice(node.offset, children[0]!.offset).includes("\n")) ||
    children.some((child) => hasToBreak(text, valueOf(child)))
  );
}

const valueOf = (child: Node): Node => (child.type === "property" ? child.children![1]! : child);

const lastOf = (node: Node) => node.offset + node.length - 1;

/** What is between the tokens. */
function gaps(text: string): { from: number; to: number }[] {
  const scanner = createScanner(text, true);
  const found: { from: number; to: number }[] = [];
  let from = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    found.push({ from, to: scanner.getTokenOffset() });
    from = scanner.getTokenOffset() + scanner.getTokenLength();
  }
  return [...found, { from, to: text.length }];
}
