import { count } from "../words";
import { amount } from "../amounts";
import type { Comparison, ReplayedWalk } from "./comparison";
import { Difference } from "./Prices";

const mostExamples = 3;

/** What the same answers come to, before and after. */
export function Replayed({ comparison: { replayed, gained, before, after } }: { comparison: Comparison }) {
  if (before.currency !== after.currency || replayed.length === 0) {
    return null;
  }
  const moved = (sign: number) => replayed.filter((walk) => Math.sign(Number(walk.difference ?? 0)) === sign);
  const [dearer, cheaper] = [moved(1), moved(-1)];
  const lost = replayed.filter((walk) => walk.stop !== null);
  const same = replayed.length - dearer.length - cheaper.length - lost.length;
  return (
    <section>
      <h3>The same answers, before and after</h3>
      <p>
        Of {count(replayed.length, "typical walk")}, {same} cost the same, {dearer.length} are dearer, {cheaper.length}{" "}
        are cheaper, {lost.length} are no longer possible. {gained.length} are possible only now.
      </p>
      <Examples title="Dearer" walks={dearer} currency={after.currency} />
      <Examples title="Cheaper" walks={cheaper} currency={after.currency} />
      <Examples title="No longer possible" walks={lost} currency={before.currency} />
      <Examples title="Possible only now, and why not before" walks={gained} currency={after.currency} />
    </section>
  );
}

interface ExamplesProps {
  title: string;
  walks: readonly ReplayedWalk[];
  currency: string;
}

/** One of each difference, and of each reason, tells more than several of one. */
function Examples({ title, walks, currency }: ExamplesProps) {
  const examples = [...new Map(walks.map((walk) => [walk.stop ?? walk.difference, walk])).values()];
  const shown = examples.slice(0, mostExamples);
  return shown.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      <ul class="values">
        {shown.map((walk) => (
          <li key={walk.walk.text}>
            {amount(walk.total, currency)}
            {walk.otherTotal !== null && (
              <>
                <span aria-hidden="true"> → </span>
                <span class="visually-hidden"> becomes </span>
                {amount(walk.otherTotal, currency)} (
                <Difference before={walk.total} after={walk.otherTotal} currency={currency} />)
              </>
            )}
            <span class="soft">
              {" "}
              {walk.walk.text}
              {walk.stop !== null && `: ${walk.stop}`}
            </span>
          </li>
        ))}
      </ul>
      {walks.length > shown.length && <p class="soft">And {walks.length - shown.length} more.</p>}
    </>
  );
}
