import type { Schemas } from "../../api/client";
import type { Connection } from "../../api/send";

export type Order = Schemas["Order"];
export type Step = Schemas["Step"];
export type Offer = Schemas["Offer"];
export type Quantity = Schemas["Quantity"];
export type Field = Schemas["Field"];
export type Line = Schemas["Line"];
export type Money = Schemas["Money"];
export type Funnel = Schemas["Funnel"];
export type Answer = Schemas["AnswerRequest"];
export type Accept = Schemas["AcceptRequest"];
export type Asked = Schemas["AnsweredStep"];
export type Inputs = NonNullable<Answer["inputs"]>;

/** Without what was left empty. */
export const filledIn = (inputs: Inputs): Inputs =>
  Object.fromEntries(Object.entries<Inputs[string]>(inputs).filter(([, value]) => value !== "" && value !== null));

export const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Whether a shopper sees no difference: another revision may only tell that nobody went on for a while. */
export const looksAlike = (one: Order, other: Order) =>
  one.id === other.id &&
  isSame(
    [one.status, one.step, one.lines, one.totals, one.ledger, one.inputs],
    [other.status, other.step, other.lines, other.totals, other.ledger, other.inputs],
  );

/**
 * What the page asks about one order. The storefront's lives on the server; the studio's try-out is walked there and kept
 * nowhere. Every method throws a `Refusal` where the answer is no.
 */
export interface Shop {
  /** The funnel as it is sold, in the shop's language. */
  funnel(): Promise<Funnel>;
  /** The order as it is; a new one where there is none yet. */
  read(): Promise<Order>;
  /** Answers a step, or changes an earlier answer. */
  answer(step: string, answer: Answer): Promise<Order>;
  /** The order as that answer would make it. */
  preview(step: string, answer: Answer, signal: AbortSignal): Promise<Order>;
  /** An answered step, as it was asked, and its answer. */
  asked(step: string): Promise<Asked>;
  /** Hands over what the funnel takes at the start: the logo. */
  changeInputs(inputs: Inputs): Promise<Order>;
  /** Orders, with consent to that exact total. */
  complete(total: string): Promise<Order>;
  cancel(): Promise<Order>;
  /** Lets go of the order: the next `read` starts another. */
  forget(): void;
  /** Speaks another language from the next reply on. */
  speak(locale: string): void;
  /** Calls back when somebody else, such as another tab, has changed the order. */
  watch(changed: () => void): () => void;
  /** Calls back when the server is lost and when it is found again. */
  connection(tell: (connection: Connection) => void): void;
}
