import { useTexts } from "../words/context";
import { type Chosen, defaultsOf } from "../order/selection";
import { isSame, type Money, type Offer, type Quantity } from "../order/shop";
import { type Choosing, useDeltas } from "./useDeltas";

interface Props extends Choosing {
  offer: Offer;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
}

interface Group {
  id: string;
  title: string;
  pills: readonly { chosen: Chosen; text: string | number; isChosen: boolean; delta: Money | null }[];
}

/** Each is a call; of more, only the button tells what they come to. */
const mostAsked = 60;

/** How many, and which: what can be chosen of an offer, each with what it would do to the total. */
export function Choices({ offer, chosen, choose, ...choosing }: Props) {
  const texts = useTexts();
  const quantity = offer.choose?.quantity;
  const groups = groupsOf(offer, chosen, texts.quantity);
  // The step's own deltas are of its defaults: with one group there is nothing else that could be chosen otherwise.
  const isByDefault = isSame(chosen, defaultsOf(offer)) || groups.length + (quantity?.values ? 0 : 1) === 1;
  const all = groups.flatMap(({ pills }) => pills.map((pill) => pill.chosen));
  const isAsked = !isByDefault && all.length <= mostAsked;
  const deltas = useDeltas(choosing, offer, isAsked ? all : []);

  return (
    <div class="choices">
      {quantity && !quantity.values && (
        <Stepper
          name={`${offer.id}.quantity`}
          quantity={quantity}
          value={chosen.quantity ?? quantity.default}
          choose={(value) => choose({ ...chosen, quantity: value })}
        />
      )}
      {groups.map(({ id, title, pills }) => (
        <fieldset class="pills" key={id}>
          <legend>{title}</legend>
          {pills.map((pill, index) => {
            const delta = isByDefault ? pill.delta : deltas.get(JSON.stringify(pill.chosen));
            return (
              <label class="pill" key={index}>
                <input
                  type="radio"
                  name={`${offer.id}.${id}`}
                  checked={pill.isChosen}
                  onChange={() => choose(pill.chosen)}
                />
                <span class="pill-name">{pill.text}</span>
                <span class="amount">
                  {delta === undefined ? (isAsked ? "…" : "") : delta === null ? texts.notWithOthers : delta.display}
                </span>
              </label>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}

/** The listed quantities, and the choices of each option: each beside what else is chosen. */
function groupsOf({ choose }: Offer, chosen: Chosen, quantityTitle: string): Group[] {
  const quantities = choose?.quantity?.values?.map(({ value, delta }) => ({
    chosen: { ...chosen, quantity: value },
    text: value,
    isChosen: value === chosen.quantity,
    delta,
  }));
  const options = Object.entries(choose?.options ?? {}).map(([id, option]) => ({
    id,
    title: option.name,
    pills: option.choices.map((one) => ({
      chosen: { ...chosen, options: { ...chosen.options, [id]: one.id } },
      text: one.name,
      isChosen: chosen.options[id] === one.id,
      delta: one.delta,
    })),
  }));
  return [...(quantities ? [{ id: "quantity", title: quantityTitle, pills: quantities }] : []), ...options];
}

/** A range: a number between a minus and a plus. */
function Stepper(props: { name: string; quantity: Quantity; value: number; choose: (value: number) => void }) {
  const { name, quantity, value, choose } = props;
  const texts = useTexts();
  const [min, max, step] = [quantity.min ?? 1, quantity.max ?? 9_999, quantity.step ?? 1];
  const sold = (wished: number) => Math.min(max, Math.max(min, min + Math.round((wished - min) / step) * step));
  return (
    <div class="stepper">
      <label for={name}>{texts.quantity}</label>
      <button type="button" class="button" aria-label={texts.fewer} onClick={() => choose(sold(value - step))}>
        −
      </button>
      <input
        id={name}
        class="field"
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={({ currentTarget }) => {
          choose(sold(currentTarget.valueAsNumber || min));
          currentTarget.value = String(sold(currentTarget.valueAsNumber || min));
        }}
      />
      <button type="button" class="button" aria-label={texts.more} onClick={() => choose(sold(value + step))}>
        +
      </button>
    </div>
  );
}
