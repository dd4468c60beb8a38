import { api, type Schemas } from "../../api/client";
import { type Call, type Connection, type Problem, Refusal, send } from "../../api/send";
import type { Answer, Asked, Funnel, Inputs, Order, Shop } from "../../shop/order/shop";

export type Definition = Schemas["WalkRequest"]["definition"];
export type Start = NonNullable<Schemas["WalkRequest"]["start"]>;
export type Action = NonNullable<Schemas["WalkRequest"]["actions"]>[number];
type Walk = Schemas["Walk"];

/** A definition as a shopper would walk it, from the text in the editor: each call walks it anew, and nothing is stored. */
export class DraftShop implements Shop {
  readonly #definition: Definition;
  readonly #key: string;
  #start: Start;
  #actions: readonly Action[];
  #tell: (connection: Connection) => void = () => {};

  constructor(definition: Definition, start: Start, actions: readonly Action[], key: string) {
    this.#definition = definition;
    this.#start = start;
    this.#actions = actions;
    this.#key = key;
  }

  /** What the shopper did so far. */
  get actions(): readonly Action[] {
    return this.#actions;
  }

  async funnel(): Promise<Funnel> {
    return (await this.#walk(this.#actions)).funnel;
  }

  /** What was done with an earlier text and is not possible with this one is left out. */
  async read(): Promise<Order> {
    for (;;) {
      try {
        return (await this.#walk(this.#actions)).order;
      } catch (failure) {
        const refused =
          failure instanceof Refusal ? (failure.problem as Problem & { action?: number }).action : undefined;
        if (refused === undefined) {
          throw failure;
        }
        this.#actions = this.#actions.filter((_, index) => index !== refused);
      }
    }
  }

  answer(step: string, answer: Answer): Promise<Order> {
    return this.#act({ step, ...answer });
  }

  async preview(step: string, answer: Answer, signal: AbortSignal): Promise<Order> {
    return (await this.#walk([...this.#actions, { step, ...answer }], { signal })).order;
  }

  async asked(step: string): Promise<Asked> {
    return (await this.#walk(this.#actions, { show: step })).asked!;
  }

  changeInputs(inputs: Inputs): Promise<Order> {
    return this.#act({ inputs });
  }

  complete(total: string): Promise<Order> {
    return this.#act({ complete: { total } });
  }

  cancel(): Promise<Order> {
    return this.#act({ cancel: true });
  }

  forget(): void {
    this.#actions = [];
  }

  speak(locale: string): void {
    this.#start = { ...this.#start, locale };
  }

  watch(): () => void {
    return () => {};
  }

  connection(tell: (connection: Connection) => void): void {
    this.#tell = tell;
  }

  async #act(action: Action): Promise<Order> {
    const actions = [...this.#actions, action];
    const { order } = await this.#walk(actions);
    this.#actions = actions;
    return order;
  }

  async #walk(actions: readonly Action[], asking: { show?: string; signal?: AbortSignal } = {}): Promise<Walk> {
    const { show, signal } = asking;
    const headers = { Authorization: `Bearer ${this.#key}` };
    const body = { definition: this.#definition, start: this.#start, actions: [...actions], ...(show && { show }) };
    const call: Call<Walk> = (signal) => api.POST("/v1/funnels/walk", { headers, body, signal });
    return (await send(call, { signal, tell: this.#tell })).data;
  }
}
