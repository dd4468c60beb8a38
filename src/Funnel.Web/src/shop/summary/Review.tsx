import { Answers } from "./Answers";
import { useTexts } from "../words/context";
import { Lines, Totals } from "./Lines";
import { once } from "../order/once";
import type { Order } from "../order/shop";

interface Props {
  order: Order;
  busy: boolean;
  change: (step: string) => void;
  complete: () => void;
  cancel: () => void;
}

/** The end of the walk: all that is in the order, and the button that says what it costs. */
export function Review({ order, busy, change, complete, cancel }: Props) {
  const texts = useTexts();
  const possible = order.actions.includes("complete");
  return (
    <>
      <div class="sheet">
        <Lines order={order} />
        <Totals order={order} />
      </div>
      {possible && (
        <div class="pay">
          <button type="button" class="button primary" aria-disabled={busy} onClick={once(() => busy || complete())}>
            {texts.pay(order.totals.total.display)}
          </button>
          <p class="soft">{texts.payText}</p>
        </div>
      )}
      <Answers order={order} busy={busy} change={change} />
      <button type="button" class="link quiet" onClick={cancel}>
        {texts.cancel}
      </button>
    </>
  );
}
