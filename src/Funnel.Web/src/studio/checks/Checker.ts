import { Cell } from "../cell";
import { nodeAt } from "../editor/pointers";
import { treeOf } from "../editor/tree";
import { bytesOf, checkDefinition, mostBytes, type Report, type ReportedProblem } from "../server/definitions";
import { Refusal } from "../../api/send";

/** What the server says of a text. */
export interface Checked {
  readonly text: string;
  readonly report: Report;
}

const pauseBefore = 400;

/** Has a text checked whenever it has rested a moment. Of two checks only the later counts. */
export class Checker {
  readonly latest = new Cell<Checked | null>(null);

  /** The latest that has a picture, and can be walked. */
  readonly drawn = new Cell<Checked | null>(null);

  /** Why the text cannot be checked; null where it can. */
  readonly refusal = new Cell<string | null>(null);

  readonly isChecking = new Cell(false);

  #timer = 0;
  #running = new AbortController();

  constructor(readonly funnelId: string) {}

  /** @param wait In milliseconds. */
  ask(text: string, wait = pauseBefore) {
    this.stop();
    this.isChecking.value = true;
    this.#running = new AbortController();
    const { signal } = this.#running;
    this.#timer = window.setTimeout(() => void this.#check(text, signal), wait);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#running.abort();
  }

  async #check(text: string, signal: AbortSignal) {
    const bytes = bytesOf(text);
    if (bytes === 0 || bytes > mostBytes) {
      this.#end(bytes === 0 ? "There is no text yet." : tooLarge(bytes));
      return;
    }
    try {
      const report = await checkDefinition(text, signal);
      if (!signal.aborted) {
        this.#tell({ text, report: this.#withOtherId(text, report) });
      }
    } catch (failure) {
      if (signal.aborted) {
        return;
      }
      if (!(failure instanceof Refusal)) {
        throw failure;
      }
      this.#end(`${failure.problem.title}. ${failure.problem.detail}`);
    }
  }

  #tell(checked: Checked) {
    this.latest.value = checked;
    if (checked.report.picture) {
      this.drawn.value = checked;
    }
    this.#end(null);
  }

  #end(refusal: string | null) {
    this.refusal.value = refusal;
    this.isChecking.value = false;
  }

  /** A check by itself knows no address that the text is meant for; saving and publishing do, and say the same. */
  #withOtherId(text: string, report: Report): Report {
    const root = treeOf(text);
    const id = root && nodeAt(root, "/id");
    if (typeof id?.value !== "string" || id.value === this.funnelId || report.problems.some(isOfId)) {
      return report;
    }
    const before = text.slice(0, id.offset).split("\n");
    const problem: ReportedProblem = {
      code: "FNL060",
      severity: "error",
      pointer: "/id",
      line: before.length,
      column: [...before.at(-1)!].length + 1,
      message: `This is a definition of "${id.value}", and stands at "${this.funnelId}". Open it at its own address, or change its id.`,
    };
    return { ...report, publishable: false, problems: [problem, ...report.problems] };
  }
}

const isOfId = (problem: ReportedProblem) => problem.pointer === "/id" && problem.severity === "error";

const tooLarge = (bytes: number) =>
  `The text has ${Math.ceil(bytes / 1024)} KiB, and the server takes ${mostBytes / 1024} at most. Until it is shorter it can be neither checked nor saved.`;
