import type { Order } from "../order/shop";

/** Which answers would fall away, told while the shopper can still think better of it. */
export function Drops({ words, before, after }: { words: string; before: Order; after: Order }) {
  const title = new Map(before.progress.steps.map((step) => [step.id, step.title]));
  return after.dropped.length === 0 ? null : (
    <div class="drops">
      <p>{words}</p>
      <ul>
        {after.dropped.map(({ step }) => (
          <li key={step}>{title.get(step) ?? step}</li>
        ))}
      </ul>
    </div>
  );
}
