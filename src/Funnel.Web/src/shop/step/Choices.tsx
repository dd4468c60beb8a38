import { useTexts } from "../words/context";
import type { Chosen } from "../order/selection";
import type { Money, Offer, Quantity } from "../order/shop";

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
        <Pills
          key={id}
          name={`${offer.id}.${id}`}
          title={option.name}
          pills={option.choices.map((one) => ({ id: one.id, text: one.name, delta: one.delta }))}
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
    <Pills
      name={name}
      title={texts.quantity}
      pills={quantity.values.map((one) => ({ id: one.value, text: one.value, delta: one.delta }))}
      value={value}
      choose={choose}
    />
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

interface PillsProps<Id> {
  name: string;
  title: string;
  pills: readonly { id: Id; text: string | number; delta: Money | null }[];
  value: Id;
  choose: (id: Id) => void;
}

/** One of a few, each with what it would do to the total. */
function Pills<Id extends string | number>({ name, title, pills, value, choose }: PillsProps<Id>) {
  const texts = useTexts();
  return (
    <fieldset class="pills">
      <legend>{title}</legend>
      {pills.map(({ id, text, delta }) => (
        <label class="pill" key={id}>
          <input type="radio" name={name} checked={id === value} onChange={() => choose(id)} />
          <span class="pill-name">{text}</span>
          <span class="amount">{delta?.display ?? texts.notWithOthers}</span>
        </label>
      ))}
    </fieldset>
  );
}
