import type { Schemas } from "../../api/client";
import { browser } from "../../storage";

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
    return browser.read<Held>(this.#order, ({ id, token }) => typeof id === "string" && typeof token === "string");
  }

  /** The start that is on its way, or a new one. */
  start(): Starting {
    const begun = browser.read<Starting>(
      this.#starting,
      ({ key, body }) => typeof key === "string" && typeof body === "object",
    );
    if (begun) {
      return begun;
    }
    const starting = { key: randomKey(), body: { ...asked(), device: device() } };
    browser.write(this.#starting, starting);
    return starting;
  }

  started(held: Held): void {
    browser.write(this.#order, held);
    browser.remove(this.#starting);
  }

  forget(): void {
    browser.remove(this.#order);
    browser.remove(this.#starting);
  }
}

/** What the page's address says of the shopper, as far as an order can start with it. */
function asked(): Schemas["StartRequest"] {
  const address = new URLSearchParams(location.search);
  const country = address.get("country") ?? "";
  const channel = address.get("channel") ?? "";
  return {
    ...(/^[a-z]{2}$/i.test(country) && { country }),
    ...(channel && channel.length <= 200 && { channel }),
  };
}

/** Browsers make UUIDs only where the page came over TLS. */
const randomKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const device = () => (matchMedia("(max-width: 48rem)").matches ? "mobile" : "desktop");
