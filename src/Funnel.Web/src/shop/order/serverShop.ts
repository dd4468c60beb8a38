import { api } from "../../api/client";
import { type Call, type Connection, Refusal, type Reply, send } from "../../api/send";
import { type Answer, type Asked, type Funnel, type Inputs, isSame, looksAlike, type Order, type Shop } from "./shop";
import { type Held, Kept } from "./kept";

/** An order on the server, which this browser holds the token of. */
export class ServerShop implements Shop {
  readonly #funnel: string;
  readonly #kept: Kept;
  readonly #tabs: BroadcastChannel;
  #locale: string;
  /** What opens the order that this page shows: another tab may have started the next one meanwhile. */
  #held: Held | null = null;
  #last: Order | null = null;
  #tell: (connection: Connection) => void = () => {};

  constructor(funnel: string, locale: string) {
    this.#funnel = funnel;
    this.#locale = locale;
    this.#kept = new Kept(funnel);
    this.#tabs = new BroadcastChannel(`funnel.${funnel}`);
  }

  async funnel(): Promise<Funnel> {
    const { data } = await this.#send((signal) => api.GET("/v1/funnels", { ...this.#language(), signal }));
    const found = data.find((funnel) => funnel.id === this.#funnel);
    if (!found) {
      throw new Refusal({ type: "urn:funnel:funnel-not-found", title: "Not found", status: 404, detail: "" });
    }
    return found;
  }

  async read(): Promise<Order> {
    const held = this.#held ?? this.#kept.order();
    const found = held && (await this.#find(held));
    return (
      found ??
      (await alone(`funnel.start.${this.#funnel}`, async () => {
        // Another tab may have been first.
        const other = this.#kept.order();
        return (other && (await this.#find(other))) ?? (await this.#start());
      }))
    );
  }

  /** Null where the server knows no such order: it has another database, say, than when the order was started. */
  async #find(held: Held): Promise<Order | null> {
    this.#held = held;
    try {
      const path = { orderId: held.id };
      const { data } = await this.#send((signal) =>
        api.GET("/v1/orders/{orderId}", { params: { path }, ...this.#headers(held), signal }),
      );
      return this.#seen(data);
    } catch (failure) {
      if (!(failure instanceof Refusal && [401, 404].includes(failure.problem.status))) {
        throw failure;
      }
      this.forget();
      return null;
    }
  }

  async #start(): Promise<Order> {
    // Kept before it is sent: whoever reloads while the reply is on its way gets the same order.
    const { key, body } = this.#kept.start();
    const path = { funnelId: this.#funnel };
    try {
      const { data } = await this.#send((signal) =>
        api.POST("/v1/funnels/{funnelId}/orders", {
          params: { path, header: { "Idempotency-Key": key } },
          ...this.#language(),
          body,
          signal,
        }),
      );
      this.#held = { id: data.id, token: data.token! };
      this.#kept.started(this.#held);
      return this.#seen(data);
    } catch (failure) {
      if (failure instanceof Refusal) {
        // What was refused once would be again.
        this.#kept.forget();
      }
      throw failure;
    }
  }

  answer(step: string, answer: Answer): Promise<Order> {
    return this.#change(
      (path, headers, signal) =>
        api.PUT("/v1/orders/{orderId}/answers/{stepId}", {
          params: { path: { ...path, stepId: step } },
          ...headers,
          body: answer,
          signal,
        }),
      async (order) =>
        order.ledger.some((entry) => entry.step === step && isAnsweredBy(entry, answer)) &&
        saysAll((await this.asked(step)).answer, answer),
    );
  }

  async preview(step: string, answer: Answer, signal: AbortSignal): Promise<Order> {
    const held = this.#opening();
    const body = { step, ...answer };
    const { data } = await this.#send(
      (signal) =>
        api.POST("/v1/orders/{orderId}/preview", {
          params: { path: { orderId: held.id } },
          ...this.#headers(held),
          body,
          signal,
        }),
      signal,
    );
    return data;
  }

  async asked(step: string): Promise<Asked> {
    const held = this.#opening();
    const path = { orderId: held.id, stepId: step };
    const { data } = await this.#send((signal) =>
      api.GET("/v1/orders/{orderId}/answers/{stepId}", { params: { path }, ...this.#headers(held), signal }),
    );
    return data;
  }

  changeInputs(inputs: Inputs): Promise<Order> {
    return this.#change(
      (path, headers, signal) =>
        api.PUT("/v1/orders/{orderId}/inputs", { params: { path }, ...headers, body: { inputs }, signal }),
      (order) => isSame(order.inputs, inputs),
    );
  }

  complete(total: string): Promise<Order> {
    return this.#change(
      (path, headers, signal) =>
        api.POST("/v1/orders/{orderId}/complete", { params: { path }, ...headers, body: { total }, signal }),
      (order) => order.status === "completed" && order.totals.total.amount === total,
    );
  }

  cancel(): Promise<Order> {
    return this.#change(
      (path, headers, signal) => api.POST("/v1/orders/{orderId}/cancel", { params: { path }, ...headers, signal }),
      (order) => order.status === "cancelled",
    );
  }

  forget(): void {
    if (this.#kept.order()?.id === this.#held?.id) {
      this.#kept.forget();
    }
    this.#held = null;
    this.#last = null;
  }

  speak(locale: string): void {
    this.#locale = locale;
  }

  watch(changed: () => void): () => void {
    const back = () => {
      if (document.visibilityState === "visible") {
        changed();
      }
    };
    this.#tabs.addEventListener("message", changed);
    document.addEventListener("visibilitychange", back);
    return () => {
      this.#tabs.removeEventListener("message", changed);
      document.removeEventListener("visibilitychange", back);
    };
  }

  connection(tell: (connection: Connection) => void): void {
    this.#tell = tell;
  }

  /**
   * Sends a change of the order as it was last seen.
   * @param isMade Whether an order shows that the change was made: by a call of which only the reply was lost.
   */
  async #change(
    call: (path: { orderId: string }, headers: Headers, signal: AbortSignal) => Promise<Reply<Order>>,
    isMade: (order: Order) => boolean | Promise<boolean>,
  ): Promise<Order> {
    const held = this.#opening();
    const seen = this.#last;
    for (let first = true; ; first = false) {
      let sent = 0;
      try {
        const { data } = await this.#send((signal) => {
          sent++;
          return call({ orderId: held.id }, this.#headers(held, this.#last), signal);
        });
        this.#tabs.postMessage(data.revision);
        return this.#seen(data);
      } catch (failure) {
        const current = failure instanceof Refusal ? failure.problem.order : undefined;
        if (current) {
          this.#seen(current);
        }
        if (!current || (failure as Refusal).problem.type !== "urn:funnel:stale-revision") {
          throw failure;
        }
        if (sent > 1 && (await isMade(current))) {
          this.#tabs.postMessage(current.revision);
          return { ...current, dropped: seen ? fellAway(seen, current) : [] };
        }
        // Another revision, but the same to the shopper's eye: the shop was only told that nobody went on, say.
        if (!first || !seen || !looksAlike(seen, current)) {
          throw failure;
        }
      }
    }
  }

  /** A reply that was long on its way does not take back what came since. */
  #seen(order: Order): Order {
    if (this.#last?.id !== order.id || this.#last.revision <= order.revision) {
      this.#last = order;
    }
    return this.#last;
  }

  #opening(): Held {
    if (!this.#held) {
      throw new Error("There is no order yet.");
    }
    return this.#held;
  }

  #language() {
    return { headers: { "Accept-Language": this.#locale } };
  }

  /** @param seen The order as the shopper has seen it: nobody changes one that is another by now. */
  #headers(held: Held, seen: Order | null = null): Headers {
    const headers = { "Accept-Language": this.#locale, Authorization: `Bearer ${held.token}` };
    return { headers: seen ? { ...headers, "If-Match": `"${seen.revision}"` } : headers };
  }

  #send<T>(call: Call<T>, signal?: AbortSignal) {
    return send<T>(call, { signal, tell: this.#tell });
  }
}

/** One tab at a time, where the browser can tell: it cannot over plain HTTP. */
async function alone<T>(name: string, act: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? ((await navigator.locks.request(name, act)) as T) : act();
}

interface Headers {
  headers: Record<string, string>;
}

const isAnsweredBy = (entry: Order["ledger"][number], { accept, decline }: Answer) =>
  entry.declined === (decline === true) && isSame(entry.offers, accept?.map(({ offer }) => offer) ?? []);

/** Whether an answer as the server keeps it says all that was sent: it may say more, such as what was left to its defaults. */
const saysAll = (kept: Answer, sent: Answer) =>
  isSame(kept.inputs ?? null, sent.inputs ?? null) &&
  (sent.accept ?? []).every((wanted) =>
    kept.accept?.some(
      ({ offer, quantity, options }) =>
        offer === wanted.offer &&
        (wanted.quantity == null || quantity == null || quantity === wanted.quantity) &&
        Object.entries(wanted.options ?? {}).every(([id, choice]) => (options?.[id] ?? choice) === choice),
    ),
  );

/** What the server had told in the reply that was lost. */
const fellAway = (before: Order, after: Order): Order["dropped"] =>
  before.ledger.filter(({ step, declined }) => !declined && !after.ledger.some((entry) => entry.step === step));
