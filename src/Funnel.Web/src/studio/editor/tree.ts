import { type Node, type ParseError, parseTree } from "jsonc-parser";

const deepest = 100;

/** Whether a text goes deeper than any funnel: what reads JSON goes as deep itself, and has no end of room. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  // Brackets inside strings, closed ones and one that is not, do not count.
  for (const [token] of text.matchAll(/"(?:\\.|[^"\\\n])*"?|[[{]|[\]}]/g)) {
    depth += token === "[" || token === "{" ? 1 : token === "]" || token === "}" ? -1 : 0;
    if (depth > deepest) {
      return true;
    }
  }
  return false;
}

/** What a text says as JSON, as far as it does. */
export const treeOf = (text: string): Node | undefined => (isTooDeep(text) ? undefined : parseTree(text));

/** What a text says as JSON; undefined where it is not altogether. */
export function wholeTreeOf(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const root = isTooDeep(text) ? undefined : parseTree(text, errors, { disallowComments: true });
  return errors.length === 0 ? root : undefined;
}
