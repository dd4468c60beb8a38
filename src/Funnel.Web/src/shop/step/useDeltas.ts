import { useEffect, useState } from "preact/hooks";
import { Refusal } from "../../api/send";
import { answerOf, type Chosen, movedBy } from "../order/selection";
import type { Money, Offer, Order, Shop, Step } from "../order/shop";

/** Where the choices of an offer are made: which order, and how to ask what one of them would do to it. */
export interface Choosing {
  shop: Shop;
  order: Order;
  step: Step;
}

const settled = 200;

/**
 * What each of some choices would do to the total, beside what else is chosen of the offer. The step itself says so only of its
 * defaults.
 * @param others All that could be chosen instead; empty where the step's own words hold.
 * @returns By what would be chosen, as JSON; null where it does not go together.
 */
export function useDeltas({ shop, order, step }: Choosing, offer: Offer, others: readonly Chosen[]) {
  const [deltas, setDeltas] = useState<ReadonlyMap<string, Money | null>>(new Map());
  const of = JSON.stringify([offer.id, order.revision, others]);
  useEffect(() => {
    const superseded = new AbortController();
    const { signal } = superseded;
    const timer = setTimeout(() => {
      void Promise.all(others.map(ask)).then((found) => !signal.aborted && setDeltas(new Map(found)), forgive);
    }, settled);
    return () => {
      clearTimeout(timer);
      superseded.abort();
    };

    async function ask(chosen: Chosen): Promise<[string, Money | null]> {
      try {
        const answer = answerOf(new Map([[offer.id, chosen]]), step);
        return [JSON.stringify(chosen), movedBy(await shop.preview(step.id, answer, signal), step.id)];
      } catch (failure) {
        if (failure instanceof Refusal) {
          return [JSON.stringify(chosen), null];
        }
        throw failure;
      }
    }

    function forgive(failure: unknown) {
      if (!signal.aborted) {
        throw failure;
      }
    }
  }, [shop, of]);
  return deltas;
}
