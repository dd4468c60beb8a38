import { Choices } from "./Choices";
import { useAround } from "../words/context";
import { Picture } from "../logo/Picture";
import { type Chosen, defaultsOf } from "../order/selection";
import type { Offer } from "../order/shop";
import type { Choosing } from "./useDeltas";

interface Props extends Choosing {
  offer: Offer;
  /** How it is taken: by the step's button alone, instead of the others, or beside them. */
  pick: "button" | "radio" | "checkbox";
  name: string;
  chosen: Chosen | null;
  choose: (chosen: Chosen | null) => void;
}

/** An offer: its picture, its value in words, and what it does to the total. */
export function OfferCard({ offer, pick, name, chosen, choose, ...choosing }: Props) {
  const { logo, texts } = useAround();
  const id = `${name}.${offer.id}`;
  const head = (
    <>
      {offer.image && <Picture src={offer.image} logo={logo} />}
      <span class="offer-words">
        {offer.badge && <span class="badge">{offer.badge}</span>}
        <span class="offer-title">{offer.title}</span>
        {offer.benefit && <span class="offer-benefit">{offer.benefit}</span>}
        <span class="offer-price">
          {offer.delta && <span class="amount">{offer.delta.display}</span>}
          {offer.normalPrice && <span class="normal-price">{texts.normalPrice(offer.normalPrice.display)}</span>}
          {offer.saving && <span class="saving">{texts.saving(offer.saving.display)}</span>}
        </span>
      </span>
    </>
  );
  return (
    <div class={`offer ${pick === "button" ? "alone" : ""} ${chosen && pick !== "button" ? "chosen" : ""}`}>
      {pick === "button" ? (
        <div class="offer-head">{head}</div>
      ) : (
        <label class="offer-head" for={id}>
          <input
            id={id}
            type={pick}
            name={name}
            checked={chosen !== null}
            onChange={({ currentTarget }) => choose(currentTarget.checked ? defaultsOf(offer) : null)}
          />
          {head}
        </label>
      )}
      {chosen && offer.choose && <Choices offer={offer} chosen={chosen} choose={choose} {...choosing} />}
    </div>
  );
}
