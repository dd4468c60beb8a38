import type { Accept, Answer, Money, Offer, Order, Step } from "./shop";

/** What is chosen of an offer that is going to be accepted. */
export interface Chosen {
  quantity: number | null;
  options: Readonly<Record<string, string>>;
}

/** The offers that are going to be accepted, by id. */
export type Selection = ReadonlyMap<string, Chosen>;

export const defaultsOf = ({ choose }: Offer): Chosen => ({
  quantity: choose?.quantity?.default ?? null,
  options: Object.fromEntries(Object.entries(choose?.options ?? {}).map(([id, option]) => [id, option.default])),
});

export function selectionOf(answer: Answer | null, step: Step): Selection {
  const offers = new Map(step.offers?.map((offer) => [offer.id, offer]));
  return new Map(
    (answer?.accept ?? []).flatMap((accepted) => {
      const offer = offers.get(accepted.offer);
      const defaults = offer && defaultsOf(offer);
      return defaults
        ? [
            [
              accepted.offer,
              {
                quantity: accepted.quantity ?? defaults.quantity,
                options: { ...defaults.options, ...accepted.options },
              },
            ] as const,
          ]
        : [];
    }),
  );
}

/** In the order in which the step offers them, so that the same choice is the same answer. */
export function answerOf(selection: Selection, step: Step): Answer {
  const accept = (step.offers ?? []).flatMap(({ id }): Accept[] => {
    const chosen = selection.get(id);
    return chosen
      ? [
          {
            offer: id,
            ...(chosen.quantity !== null && { quantity: chosen.quantity }),
            ...(Object.keys(chosen.options).length > 0 && { options: { ...chosen.options } }),
          },
        ]
      : [];
  });
  return accept.length > 0 ? { accept } : { decline: true };
}

/** By how much the total would move, as far as the step says it by itself; a preview says the rest. */
export function knownDelta(selection: Selection, step: Step): Money | null {
  const [only, ...more] = selection;
  const offer = only && step.offers?.find(({ id }) => id === only[0]);
  if (!only || more.length > 0 || !offer) {
    return null;
  }
  const [, chosen] = only;
  const defaults = defaultsOf(offer);
  const moved = Object.keys(chosen.options).filter((id) => chosen.options[id] !== defaults.options[id]);
  if (chosen.quantity === defaults.quantity) {
    const [option, ...others] = moved;
    return option === undefined
      ? offer.delta
      : others.length > 0
        ? null
        : (offer.choose?.options?.[option]?.choices.find(({ id }) => id === chosen.options[option])?.delta ?? null);
  }
  return moved.length === 0
    ? (offer.choose?.quantity?.values?.find(({ value }) => value === chosen.quantity)?.delta ?? null)
    : null;
}

/** By how much an answered step moved the total. */
export const movedBy = (order: Order, step: string): Money | null =>
  order.ledger.find((entry) => entry.step === step)?.total ?? null;
