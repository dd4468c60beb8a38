import { share, size } from "../words";
import { amount, signed } from "../amounts";
import type { Comparison, Fare, ComparedVersion } from "./comparison";

/** How all walks fare, before and after. */
export function Totals({ comparison }: { comparison: Comparison }) {
  const { before, after, fares } = comparison;
  if (before.walks === null || after.walks === null) {
    return <p>There are too many walks to count, so only typical ones are compared.</p>;
  }
  const money = (total: string | null, of: ComparedVersion) => (total === null ? "–" : amount(total, of.currency));
  const rows = [
    ["Different ways to an order", size(before.walks), size(after.walks)],
    ["Smallest total", money(before.smallest, before), money(after.smallest, after)],
    ["Largest total", money(before.largest, before), money(after.largest, after)],
    ["Most extras asked in a row", `${before.longestRun ?? 0}`, `${after.longestRun ?? 0}`],
  ];
  return (
    <>
      <section>
        <h3>All walks</h3>
        <table>
          <Head first="" />
          <tbody>
            {rows.map(([what, was, is]) => (
              <tr key={what} class={was === is ? "soft" : ""}>
                <th scope="row">{what}</th>
                <td>{was}</td>
                <td>{is}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {fares.length > 0 && (
        <section>
          <h3>Offers over all walks</h3>
          <table>
            <Head first="Offer" />
            <tbody>
              {fares.map((fare) => (
                <tr key={`${fare.step} ${fare.offer}`}>
                  <th scope="row">
                    {fare.step} › {fare.offer}
                  </th>
                  <td>{inWords(fare.before, before)}</td>
                  <td>{inWords(fare.after, after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function Head({ first }: { first: string }) {
  return (
    <thead>
      <tr>
        {first ? <th scope="col">{first}</th> : <td />}
        <th scope="col">Before</th>
        <th scope="col">After</th>
      </tr>
    </thead>
  );
}

/** `shown in 12.5 %, +€1.95 to +€8.95` */
function inWords(fare: Fare, of: ComparedVersion): string {
  const shown = share(fare.shown, of.walks ?? "0");
  if (fare.leastDelta === null || fare.mostDelta === null) {
    return `shown ${shown}`;
  }
  const [least, most] = [signed(fare.leastDelta, of.currency), signed(fare.mostDelta, of.currency)];
  return `shown ${shown}, ${least === most ? least : `${least} to ${most}`}`;
}
