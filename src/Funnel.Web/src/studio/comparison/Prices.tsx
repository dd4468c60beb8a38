import { amount, signed } from "../amounts";
import type { Comparison, PriceChange } from "./comparison";

/** Prices that differ, by quantity. */
export function Prices({ comparison: { prices, before, after } }: { comparison: Comparison }) {
  if (before.currency !== after.currency) {
    return <p>The currency is another, so amounts are not compared.</p>;
  }
  return prices.length === 0 ? null : (
    <section>
      <h3>Prices</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col">Quantity</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col" class="difference">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {prices.map((change) => (
            <Price
              key={`${nameOf(change)} ${"quantity" in change ? change.quantity : ""}`}
              change={change}
              currency={after.currency}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Price({ change, currency }: { change: PriceChange; currency: string }) {
  if (!("quantity" in change)) {
    return (
      <tr>
        <th scope="row">{nameOf(change)}</th>
        <td>any</td>
        <td>{percentage(change.beforePercent)}</td>
        <td>{percentage(change.afterPercent)}</td>
        <td class="difference" />
      </tr>
    );
  }
  const { before, after } = change;
  return (
    <tr>
      <th scope="row">{nameOf(change)}</th>
      <td>{change.quantity}</td>
      <td>{before ? amount(before, currency) : "not sold"}</td>
      <td>{after ? amount(after, currency) : "not sold"}</td>
      <td class="difference">{before && after && <Difference before={before} after={after} currency={currency} />}</td>
    </tr>
  );
}

export function Difference({ before, after, currency }: { before: string; after: string; currency: string }) {
  const fraction = after.split(".")[1]?.length ?? 0;
  const difference = (Number(after) - Number(before)).toFixed(fraction);
  return <span class={Number(difference) > 0 ? "dearer" : "cheaper"}>{signed(difference, currency)}</span>;
}

const nameOf = (change: PriceChange) =>
  change.option ? `${change.product}, ${change.option} ${change.choice}` : change.product;

const percentage = (share: number | null) => (share === null ? "an amount" : `${share} %`);
