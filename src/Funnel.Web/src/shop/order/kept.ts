import type { Schemas } from "../../api/client";

/** What opens an order. */
export interface Held {
  id: string;
  token: string;
}

interface Starting {
  key: string;
  body: Schemas["StartRequest"];
}

/** What this browser keeps of a funnel's order, so that a reload and another tab go on with it. */
export class Kept {
  readonly #order: string;
  readonly #starting: string;

  constructor(funnel: string) {
    this.#order = `funnel.order.${funnel}`;
    this.#starting = `funnel.starting.${funnel}`;
  }

  order(): Held | null {
    return read<Held>(this.#order);
  }

  /** The start that is on its way, or a new one. */
  start(): Starting {
    const begun = read<Starting>(this.#starting);
    if (begun) {
      return begun;
    }
    const address = new URLSearchParams(location.search);
    const country = address.get("country");
    const channel = address.get("channel");
    const starting = {
      key: randomKey(),
      body: { ...(country && { country }), ...(channel && { channel }), device: device() },
    };
    write(this.#starting, starting);
    return starting;
  }

  started(held: Held): void {
    write(this.#order, held);
    localStorage.removeItem(this.#starting);
  }

  forget(): void {
    localStorage.removeItem(this.#order);
    localStorage.removeItem(this.#starting);
  }
}

/** Browsers make UUIDs only where the page came over TLS. */
const randomKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const device = () => (matchMedia("(max-width: 48rem)").matches ? "mobile" : "desktop");

function read<T>(key: string): T | null {
  const text = localStorage.getItem(key);
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null; // Somebody else wrote it.
  }
}

const write = (key: string, value: unknown) => localStorage.setItem(key, JSON.stringify(value));
