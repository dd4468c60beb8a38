import { useState } from "preact/hooks";
import { Answers } from "./Answers";
import { useTexts } from "../words/context";
import { Lines, Totals } from "./Lines";
import type { Order } from "../order/shop";

interface Props {
  order: Order;
  busy: boolean;
  change: (step: string) => void;
  cancel: () => void;
}

/** The order beside the step or, on a narrow screen, under a bar with the total at its foot. */
export function Summary({ order, busy, change, cancel }: Props) {
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  const count = order.lines.length;
  return (
    <aside class={`summary ${open ? "open" : ""}`} aria-labelledby="summary-title">
      <h2 id="summary-title" class="summary-title">
        {texts.yourOrder}
      </h2>
      <button
        type="button"
        class="summary-bar"
        aria-expanded={open}
        aria-controls="summary-body"
        onClick={() => setOpen(!open)}
      >
        <span>
          {texts.total} <span class="amount">{order.totals.total.display}</span>
        </span>
        <span class="soft">
          {open ? texts.hide : texts.show} ({count})
        </span>
      </button>
      <div id="summary-body" class="summary-body">
        <Lines order={order} />
        <Totals order={order} />
        <Answers order={order} busy={busy} change={(step) => (setOpen(false), change(step))} />
        {order.actions.includes("cancel") && (
          <button type="button" class="link quiet" onClick={cancel}>
            {texts.cancel}
          </button>
        )}
      </div>
    </aside>
  );
}
