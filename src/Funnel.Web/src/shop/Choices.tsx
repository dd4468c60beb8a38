import { useTexts } from "./context";
import type { Chosen } from "./selection";
import type { Offer, Option, Quantity } from "./shop";

interface Props {
  offer: Offer;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
}

/** How many, and which: what can be chosen of an offer, each with what it would do to the total. */
export function Choices({ offer, chosen, choose }: Props) {
  const quantity = offer.choose?.quantity;
  return (
    <div class="choices">
      {quantity && (
        <Quantities
          name={`${offer.id}.quantity`}
          quantity={quantity}
          value={chosen.quantity ?? quantity.default}
          choose={(value) => choose({ ...chosen, quantity: value })}
        />
      )}
      {Object.entries(offer.choose?.options ?? {}).map(([id, option]) => (
        <Options
          key={id}
          name={`${offer.id}.${id}`}
          option={option}
          value={chosen.options[id] ?? option.default}
          choose={(value) => choose({ ...chosen, options: { ...chosen.options, [id]: value } })}
        />
      ))}
    </div>
  );
}

function Quantities(props: { name: string; quantity: Quantity; value: number; choose: (value: number) => void }) {
  const { name, quantity, value, choose } = props;
  const texts = useTexts();
  return quantity.values ? (
    <fieldset class="pills">
      <legend>{texts.quantity}</legend>
      {quantity.values.map((one) => (
        <label class="pill" key={one.value}>
          <input type="radio" name={name} checked={one.value === value} onChange={() => choose(one.value)} />
          <span class="pill-name">{one.value}</span>
          <span class="amount">{one.delta?.display ?? texts.notWithOthers}</span>
        </label>
      ))}
    </fieldset>
  ) : (
    <Stepper name={name} quantity={quantity} value={value} choose={choose} />
  );
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

function Options(props: { name: string; option: Option; value: string; choose: (value: string) => void }) {
  const { name, option, value, choose } = props;
  const texts = useTexts();
  return (
    <fieldset class="pills">
      <legend>{option.name}</legend>
      {option.choices.map((one) => (
        <label class="pill" key={one.id}>
          <input type="radio" name={name} checked={one.id === value} onChange={() => choose(one.id)} />
          <span class="pill-name">{one.name}</span>
          <span class="amount">{one.delta?.display ?? texts.notWithOthers}</span>
        </label>
      ))}
    </fieldset>
  );
}
