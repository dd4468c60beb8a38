import { useAround } from "../words/context";
import { Picture } from "../logo/Picture";
import type { Line, Order } from "../order/shop";

/** What is in an order: each line with the choices made, and how its price comes about. */
export function Lines({ order }: { order: Order }) {
  const { texts } = useAround();
  return order.lines.length === 0 ? (
    <p class="soft">{texts.empty}</p>
  ) : (
    <ul class="lines">
      {order.lines.map((line) => (
        <LineItem key={line.id} line={line} />
      ))}
    </ul>
  );
}

function LineItem({ line }: { line: Line }) {
  const { texts, logo } = useAround();
  const carries = Object.keys(line.personalised).length > 0;
  const chosen = [...line.optionTexts.map(({ choice }) => choice), ...(carries ? [texts.carries] : [])];
  return (
    <li class="line">
      <Picture src={line.image} logo={carries ? logo : null} />
      <div class="line-words">
        <div class="sum">
          <span class="line-name">
            {line.quantity} × {line.name}
          </span>
          <span class="amount">{line.net.display}</span>
        </div>
        {chosen.length > 0 && <p class="soft">{chosen.join(" · ")}</p>}
        {line.adjustments.length > 0 && (
          <dl class="soft">
            <div class="sum">
              <dt>{texts.listPrice}</dt>
              <dd class="amount">{line.list.display}</dd>
            </div>
            {line.adjustments.map((adjustment, index) => (
              <div class="sum" key={index}>
                <dt>{adjustment.label}</dt>
                <dd class="amount">{adjustment.amount.display}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}

/** What an order comes to, and of what. */
export function Totals({ order: { totals, locale } }: { order: Order }) {
  const { texts } = useAround();
  const percent = new Intl.NumberFormat(locale);
  return (
    <dl class="totals">
      <div class="sum">
        <dt>{texts.subtotal}</dt>
        <dd class="amount">{totals.subtotal.display}</dd>
      </div>
      {totals.shippingMethod && (
        <div class="sum">
          <dt>
            {texts.shipping}: {totals.shippingMethod}
          </dt>
          <dd class="amount">{Number(totals.shipping.amount) === 0 ? texts.free : totals.shipping.display}</dd>
        </div>
      )}
      {!totals.taxIncluded && <Taxes />}
      <div class="sum grand">
        <dt>{texts.total}</dt>
        <dd class="amount">{totals.total.display}</dd>
      </div>
      {totals.taxIncluded && <Taxes />}
    </dl>
  );

  function Taxes() {
    const word = totals.taxIncluded ? texts.taxIncluded : texts.taxAdded;
    return (
      <>
        {totals.tax.map((tax) => (
          <div class="sum soft" key={tax.rate}>
            <dt>{word(percent.format(tax.rate))}</dt>
            <dd class="amount">{tax.amount.display}</dd>
          </div>
        ))}
      </>
    );
  }
}
