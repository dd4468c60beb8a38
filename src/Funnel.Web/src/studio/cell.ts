import { useLayoutEffect, useState } from "preact/hooks";

/** A value that components can watch. */
export class Cell<T> {
  #value: T;
  readonly #watchers = new Set<(value: T) => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    if (value !== this.#value) {
      this.#value = value;
      this.#watchers.forEach((watcher) => watcher(value));
    }
  }

  /** @returns What ends it. */
  watch(watcher: (value: T) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}

export function useCell<T>(cell: Cell<T>): T {
  const [value, setValue] = useState(() => cell.value);
  useLayoutEffect(() => {
    const show = (next: T) => setValue(() => next);
    show(cell.value);
    return cell.watch(show);
  }, [cell]);
  return value;
}
