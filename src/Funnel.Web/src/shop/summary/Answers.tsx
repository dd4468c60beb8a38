import { useTexts } from "../words/context";
import type { Order } from "../order/shop";

interface Props {
  order: Order;
  busy: boolean;
  change: (step: string) => void;
}

/** What was answered, what it moved, and the way back to each answer. */
export function Answers({ order, busy, change }: Props) {
  const texts = useTexts();
  const ledger = new Map(order.ledger.map((entry) => [entry.step, entry]));
  const answered = order.progress.steps.filter(({ id }) => ledger.has(id));
  return answered.length === 0 ? null : (
    <section class="answers" aria-labelledby="answers-title">
      <h2 id="answers-title">{texts.answers}</h2>
      <ul>
        {answered.map(({ id, title }) => {
          const entry = ledger.get(id)!;
          return (
            <li key={id}>
              <span class="answer-title">{title}</span>
              <span class="amount soft">
                {entry.declined ? texts.declined : entry.offers.length > 0 ? entry.total.display : texts.filledIn}
              </span>
              {order.actions.includes("back") && (
                <button
                  type="button"
                  class="link"
                  aria-label={texts.changeOf(title)}
                  aria-disabled={busy}
                  onClick={() => busy || change(id)}
                >
                  {texts.change}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
