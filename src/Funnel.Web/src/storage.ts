/**
 * What a page keeps in the browser. Where that is blocked, or full, it is kept in memory: the page works all the same, until it
 * is left.
 */
class Keeper {
  readonly #storage: () => Storage;
  readonly #memory = new Map<string, string>();

  constructor(storage: () => Storage) {
    this.#storage = storage;
  }

  get(key: string): string | null {
    return this.#memory.get(key) ?? this.#try((storage) => storage.getItem(key)) ?? null;
  }

  /** @returns False where it is gone once the page is left. */
  set(key: string, value: string): boolean {
    const isKept = this.#try((storage) => (storage.setItem(key, value), true)) ?? false;
    if (isKept) {
      this.#memory.delete(key);
    } else {
      this.#memory.set(key, value);
    }
    return isKept;
  }

  remove(key: string): void {
    this.#memory.delete(key);
    this.#try((storage) => storage.removeItem(key));
  }

  /** What was kept as JSON; null where there is nothing, or what somebody else wrote. */
  read<T>(key: string, isOfShape: (value: Partial<T>) => boolean): T | null {
    try {
      const value = JSON.parse(this.get(key) ?? "null") as unknown;
      return typeof value === "object" && value !== null && isOfShape(value as Partial<T>) ? (value as T) : null;
    } catch (failure) {
      if (failure instanceof SyntaxError) {
        return null;
      }
      throw failure;
    }
  }

  write(key: string, value: object): boolean {
    return this.set(key, JSON.stringify(value));
  }

  #try<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return use(this.#storage());
    } catch (failure) {
      if (failure instanceof DOMException) {
        return undefined;
      }
      throw failure;
    }
  }
}

/** Until somebody clears it. */
export const browser = new Keeper(() => localStorage);

/** Until the tab is closed. */
export const tab = new Keeper(() => sessionStorage);
