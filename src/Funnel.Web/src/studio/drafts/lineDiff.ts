export interface LineChange {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

// Beyond so many differing lines nobody reads them one by one.
const mostEdits = 1_000;

/** The fewest lines that lead from one text to another (Myers' algorithm). */
export function lineDiff(before: string, after: string): LineChange[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) {
    head++;
  }
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) {
    tail++;
  }
  const same = (text: string): LineChange => ({ kind: "same", text });
  return [
    ...a.slice(0, head).map(same),
    ...edits(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(same),
  ];
}

function edits(a: readonly string[], b: readonly string[]): LineChange[] {
  const furthest = new Map([[1, 0]]);
  const rounds: Map<number, number>[] = [];
  const most = Math.min(a.length + b.length, mostEdits);
  for (let d = 0; d <= most; d++) {
    rounds.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      const [above, left] = [furthest.get(k + 1) ?? -1, furthest.get(k - 1) ?? -1];
      let x = k === -d || (k !== d && left < above) ? above : left + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) {
        x++;
      }
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) {
        return trace(a, b, rounds);
      }
    }
  }
  return [
    ...a.map((text): LineChange => ({ kind: "removed", text })),
    ...b.map((text): LineChange => ({ kind: "added", text })),
  ];
}

function trace(a: readonly string[], b: readonly string[], rounds: readonly Map<number, number>[]): LineChange[] {
  const found: LineChange[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = rounds.length - 1; d >= 0; d--) {
    const furthest = rounds[d]!;
    const k = x - y;
    const [above, left] = [furthest.get(k + 1) ?? -1, furthest.get(k - 1) ?? -1];
    const from = k === -d || (k !== d && left < above) ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : furthest.get(from)!;
    const fromY = d === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      found.push({ kind: "same", text: a[x - 1]! });
      x--;
      y--;
    }
    if (d > 0) {
      found.push(from === k + 1 ? { kind: "added", text: b[y - 1]! } : { kind: "removed", text: a[x - 1]! });
      [x, y] = [fromX, fromY];
    }
  }
  return found.reverse();
}

const linesOf = (text: string) => text.split(/\r\n?|\n/);
