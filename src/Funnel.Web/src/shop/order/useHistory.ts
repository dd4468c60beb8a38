import { useEffect, useRef } from "preact/hooks";
import type { Order } from "./shop";

interface Place {
  order: string;
  step: string;
}

const isPlace = (state: unknown): state is Place => typeof (state as Place | null)?.step === "string";

/**
 * Lets the browser's back button lead through the steps. Nothing is undone by it: an earlier step is shown with its answer, to
 * be changed or kept.
 */
export function useHistory(
  wanted: boolean,
  order: Order | null,
  changing: string | null,
  look: (step: string | null) => void,
): void {
  const current = useRef({ order, look });
  current.current = { order, look };
  const step = order && order.status === "open" ? (changing ?? order.step?.id ?? "") : null;

  useEffect(() => {
    const here: unknown = history.state;
    if (!wanted || !order || step === null) {
      return;
    }
    const place: Place = { order: order.id, step };
    if (!isPlace(here) || here.order !== order.id) {
      history.replaceState(place, "");
    } else if (here.step !== step) {
      history.pushState(place, "");
    }
  }, [wanted, order?.id, step]);

  useEffect(() => {
    if (!wanted) {
      return;
    }
    function travel({ state }: PopStateEvent) {
      const { order, look } = current.current;
      if (order && isPlace(state) && state.order === order.id) {
        const there = order.progress.steps.find(({ id }) => id === state.step);
        look(there?.state === "answered" ? there.id : null);
      }
    }
    addEventListener("popstate", travel);
    return () => removeEventListener("popstate", travel);
  }, [wanted]);
}
