import type { Schemas } from "../../api/client";
import { count, share, size } from "../words";

export type Witness = Schemas["Witness"];

interface Props {
  census: Schemas["Census"];
  titleOf: (step: string, offer: string) => string;
  onShow: (walk: Witness) => void;
}

/** What is true of all walks together, each with one that shows it. */
export function Census({ census, titleOf, onShow }: Props) {
  return (
    <>
      <section>
        <h3>All walks</h3>
        <dl class="facts">
          <dt>Different ways to an order</dt>
          <dd>{size(census.walks)}</dd>
          <dt>Smallest total</dt>
          <dd>
            {census.smallest.amount.display}{" "}
            <Show of="the smallest total" walk={census.smallest.walk} onShow={onShow} />
          </dd>
          <dt>Largest total</dt>
          <dd>
            {census.largest.amount.display} <Show of="the largest total" walk={census.largest.walk} onShow={onShow} />
          </dd>
          <dt>Most extras asked in a row</dt>
          <dd>
            {count(census.longestRun.steps, "step")}{" "}
            <Show of="the longest run" walk={census.longestRun.walk} onShow={onShow} />
          </dd>
          {census.multiplies.map((multiply) => (
            <Multiply key={`${multiply.step} ${multiply.offer}`} {...{ multiply, titleOf, onShow }} />
          ))}
        </dl>
      </section>
      <section>
        <h3>Offers</h3>
        <ul class="fares">
          {census.offers.map((offer) => (
            <li key={`${offer.step} ${offer.offer}`}>
              <strong>{titleOf(offer.step, offer.offer)}</strong>
              <span class="soft">
                shown {inWalks(share(offer.shown, census.walks))}
                {offer.leastDelta && offer.mostDelta && <>, {span(offer.leastDelta, offer.mostDelta)}</>}
              </span>
              {offer.example && (
                <Show of={`where ${titleOf(offer.step, offer.offer)} is shown`} walk={offer.example} onShow={onShow} />
              )}
              {offer.lowersTotal && (
                <span class="warning">
                  Can make the total lower. <Show of="where it does" walk={offer.lowersTotal} onShow={onShow} />
                </span>
              )}
              {offer.losesFreeShipping && (
                <span class="warning">
                  Can lose free shipping. <Show of="where it does" walk={offer.losesFreeShipping} onShow={onShow} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

interface MultiplyProps extends Omit<Props, "census"> {
  multiply: Schemas["MultiplyCensus"];
}

function Multiply({ multiply, titleOf, onShow }: MultiplyProps) {
  const title = titleOf(multiply.step, multiply.offer);
  return (
    <>
      <dt>{title} saves at least</dt>
      <dd>
        {unsigned(multiply.leastSaving.amount)}{" "}
        <Show of={`the least saving of ${title}`} walk={multiply.leastSaving.walk} onShow={onShow} />
      </dd>
      <dt>{title} saves at most</dt>
      <dd>
        {unsigned(multiply.mostSaving.amount)}{" "}
        <Show of={`the most saving of ${title}`} walk={multiply.mostSaving.walk} onShow={onShow} />
      </dd>
    </>
  );
}

/** Opens the walk that proves something. */
function Show({ of, walk, onShow }: { of: string; walk: Witness; onShow: (walk: Witness) => void }) {
  return (
    <button
      type="button"
      class="link"
      title={walk.text}
      aria-label={`Show me this walk: ${of}`}
      onClick={() => onShow(walk)}
    >
      Show me this walk
    </button>
  );
}

/** A saving is told without its plus. */
const unsigned = ({ display }: Schemas["Money"]) => display.replace(/^\+\s*/, "");

const inWalks = (part: string) => (part.endsWith("%") ? `in ${part} of walks` : part);

/** `+ €1.95 to + €8.95`, or the one amount. */
export const span = (least: Schemas["Money"], most: Schemas["Money"]) =>
  [...new Set([least.display, most.display])].map((display) => display.replaceAll(" ", "\u00a0")).join(" to ");
