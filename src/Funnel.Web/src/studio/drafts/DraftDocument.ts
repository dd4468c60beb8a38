import { Refusal } from "../../api/send";
import { Cell } from "../cell";
import { isRefusal } from "../server/client";
import { type Draft, listDrafts, type Stored, saveDraft } from "../server/definitions";
import { forgetUnsaved, keepUnsaved, readUnsaved, type Unsaved } from "./unsaved";

/** What a text began from; the entity tag is null where no draft was there. */
export interface Base {
  readonly text: string;
  readonly etag: string | null;
}

const keepAfter = 400;
const lookEvery = 15_000;

/** A funnel's text as it is being written, beside the draft that the server has. */
export class DraftDocument {
  readonly text: Cell<string>;
  readonly base: Cell<Base>;

  /** The server's draft as last heard of; null where there is none, undefined before anything was heard. */
  readonly heard = new Cell<Draft | null | undefined>(undefined);

  readonly isSaving = new Cell(false);

  /** Whether the browser keeps what is not saved. */
  readonly isKept = new Cell(true);

  /** What was brought back of an earlier visit, until it is saved or seen. */
  readonly restored: Cell<Unsaved | null>;

  // Each save goes on from the one before.
  #saving: Promise<unknown> = Promise.resolve();

  // What was asked before a save does not tell of what was after it.
  #saves = 0;

  // Another tab may have kept something, too, which is not ours to forget.
  #kept: string | null;

  readonly #opened: Base;

  /** @param opened What the server has. */
  constructor(
    readonly funnelId: string,
    opened: Base,
    restored: Unsaved | null,
  ) {
    this.#opened = opened;
    this.restored = new Cell(restored);
    // What a text began from stays what it began from: whether somebody saved meanwhile is seen by that.
    this.base = new Cell(restored ? { text: opened.text, etag: restored.etag } : opened);
    this.text = new Cell(restored?.text ?? opened.text);
    this.#kept = restored?.text ?? null;
  }

  get isChanged(): boolean {
    return this.text.value !== this.base.value.text;
  }

  /** Whether somebody else has saved, or removed, the draft since. */
  get isOvertaken(): boolean {
    const heard = this.heard.value;
    return heard !== undefined && etagOf(heard) !== this.base.value.etag;
  }

  /**
   * Saves it over the draft that it began from.
   * @returns False where that is no longer the server's draft.
   * @throws Refusal for every other reason.
   */
  save(): Promise<boolean> {
    const saving = this.#saving.then(() => this.#save());
    this.#saving = Promise.allSettled([saving]);
    return saving;
  }

  async #save(): Promise<boolean> {
    const text = this.text.value;
    this.isSaving.value = true;
    try {
      const etag = await saveDraft(this.funnelId, text, this.base.value.etag);
      this.#rest({ text, etag });
      return true;
    } catch (failure) {
      if (isRefusal(failure, "draft-changed", "draft-unseen")) {
        return false;
      }
      throw failure;
    } finally {
      this.isSaving.value = false;
    }
  }

  /** Goes on from another's draft: what is saved next replaces that one. Null where it was removed. */
  goOnFrom(theirs: Stored | null) {
    this.#rest({ text: theirs?.text ?? "", etag: theirs?.etag ?? null });
  }

  /**
   * Lets go of what was brought back.
   * @returns What the server had instead.
   */
  discard(): string {
    this.#rest(this.#opened);
    return this.#opened.text;
  }

  #rest(base: Base) {
    this.restored.value = null;
    this.#saves++;
    this.base.value = base;
    this.#keep();
    void this.#listen();
  }

  /** Asks who saved the draft, and when. */
  async look() {
    const saves = this.#saves;
    const drafts = await listDrafts();
    if (saves === this.#saves) {
      this.heard.value = drafts.find((draft) => draft.funnel === this.funnelId) ?? null;
    }
  }

  /** Where the server says no, it is asked again the next time: nobody waits for it. */
  async #listen() {
    try {
      await this.look();
    } catch (failure) {
      if (!(failure instanceof Refusal)) {
        throw failure;
      }
    }
  }

  /** Keeps what is not saved in the browser, and looks every now and then who else has saved. */
  begin(): () => void {
    let timer = 0;
    const look = () => document.visibilityState === "visible" && void this.#listen();
    const keep = () => this.#keep();
    const unwatch = this.text.watch(() => {
      clearTimeout(timer);
      timer = window.setTimeout(keep, keepAfter);
    });
    const looking = setInterval(look, lookEvery);
    addEventListener("focus", look);
    addEventListener("pagehide", keep);
    look();
    return () => {
      unwatch();
      clearTimeout(timer);
      clearInterval(looking);
      removeEventListener("focus", look);
      removeEventListener("pagehide", keep);
    };
  }

  #keep() {
    if (this.isChanged) {
      const unsaved = { text: this.text.value, etag: this.base.value.etag, at: Date.now() };
      this.isKept.value = keepUnsaved(this.funnelId, unsaved);
      this.#kept = unsaved.text;
    } else if (this.#kept !== null) {
      if (readUnsaved(this.funnelId)?.text === this.#kept) {
        forgetUnsaved(this.funnelId);
      }
      this.#kept = null;
    }
  }
}

const etagOf = (draft: Draft | null) => (draft ? `"${draft.hash}"` : null);
