import { useTexts } from "../words/context";
import { Lines, Totals } from "./Lines";
import type { Order } from "../order/shop";

/** An order that cannot change any more: completed, cancelled or expired. */
export function Closed({ order, again }: { order: Order; again: () => void }) {
  const texts = useTexts();
  const completed = order.status === "completed";
  return (
    <>
      {completed && (
        <p class="order-number">
          <span class="visually-hidden">{texts.orderNumber}: </span>
          {order.id}
        </p>
      )}
      {order.lines.length > 0 && (
        <div class="sheet">
          <Lines order={order} />
          <Totals order={order} />
        </div>
      )}
      <div class="ways">
        <button type="button" class="button primary" onClick={again}>
          {texts.again}
        </button>
        {completed && (
          <button type="button" class="button" onClick={() => print()}>
            {texts.print}
          </button>
        )}
      </div>
    </>
  );
}
