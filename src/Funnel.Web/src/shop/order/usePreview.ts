import { useEffect, useState } from "preact/hooks";
import { Refusal } from "../../api/send";
import type { Answer, Order, Shop } from "./shop";

/** The order as an answer would make it, or why it would not. */
export interface Preview {
  /** The answer that this is the preview of. */
  of: string;
  order: Order | null;
  refusal: string | null;
}

const settled = 120;

/**
 * Asks the shop what an answer would do, a moment after the shopper has stopped changing it.
 * @param from The revision that it would start from.
 */
export function usePreview(shop: Shop, step: string, answer: Answer | null, from: number): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const of = JSON.stringify([step, answer, from]);
  useEffect(() => {
    if (!answer) {
      setPreview(null);
      return;
    }
    const superseded = new AbortController();
    const timer = setTimeout(() => {
      shop.preview(step, answer, superseded.signal).then(
        (order) => setPreview({ of, order, refusal: null }),
        (failure: unknown) => {
          if (failure instanceof Refusal) {
            setPreview({ of, order: null, refusal: failure.problem.detail });
          } else if (!superseded.signal.aborted) {
            throw failure;
          }
        },
      );
    }, settled);
    return () => {
      clearTimeout(timer);
      superseded.abort();
    };
  }, [shop, of]);
  return preview?.of === of ? preview : null;
}
