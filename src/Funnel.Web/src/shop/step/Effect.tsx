import { useTexts } from "../words/context";
import { isSame, type Line, type Order } from "../order/shop";

/** What an answer would do to the lines: what comes, and what becomes another. */
export function Effect({ before, after }: { before: Order; after: Order | null }) {
  const texts = useTexts();
  if (!after) {
    return <div class="effect" />;
  }
  const old = new Map(before.lines.map((line) => [line.id, line]));
  const changes = after.lines.filter((line) => !looksLike(old.get(line.id), line));
  return (
    <div class="effect">
      {changes.length > 0 && (
        <>
          <h2>{texts.effect}</h2>
          <ul>
            {changes.map((line) => (
              <li key={line.id}>
                <span>
                  {line.name} <Words before={old.get(line.id)} after={line} />
                </span>
                <Change before={old.get(line.id)?.net.display ?? texts.newLine} after={line.net.display} />
              </li>
            ))}
            {before.totals.shipping.amount !== after.totals.shipping.amount && (
              <li>
                <span>{texts.shipping}</span>
                <Change before={before.totals.shipping.display} after={after.totals.shipping.display} />
              </li>
            )}
          </ul>
        </>
      )}
    </div>
  );
}

const looksLike = (one: Line | undefined, other: Line) =>
  one !== undefined &&
  one.quantity === other.quantity &&
  one.net.amount === other.net.amount &&
  isSame(one.optionTexts, other.optionTexts);

function Words({ before, after }: { before: Line | undefined; after: Line }) {
  const options = after.optionTexts
    .filter(({ name, choice }) => !before?.optionTexts.some((old) => old.name === name && old.choice === choice))
    .map(({ choice }) => choice)
    .join(", ");
  return (
    <span class="soft">
      {before && before.quantity !== after.quantity ? `${before.quantity} → ${after.quantity}` : after.quantity} ×
      {before && options && ` · ${options}`}
    </span>
  );
}

function Change({ before, after }: { before: string; after: string }) {
  return (
    <span class="amount">
      <span class="soft">{before} →</span> {after}
    </span>
  );
}
