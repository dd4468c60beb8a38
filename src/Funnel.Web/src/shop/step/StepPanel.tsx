import { useRef, useState } from "preact/hooks";
import { useTexts } from "../words/context";
import { Drops } from "./Drops";
import { Effect } from "./Effect";
import { OfferCard } from "./OfferCard";
import { once } from "../order/once";
import {
  answerOf,
  type Chosen,
  defaultsOf,
  knownDelta,
  movedBy,
  type Selection,
  selectionOf,
} from "../order/selection";
import type { Answer, Order, Shop, Step } from "../order/shop";
import { usePreview } from "../order/usePreview";

interface Props {
  shop: Shop;
  order: Order;
  step: Step;
  /** The answer that is being changed; null where the step is asked for the first time. */
  given: Answer | null;
  busy: boolean;
  answer: (answer: Answer) => void;
}

/** A step that offers something: its offers, one way on and, of the same size, "no, thanks". */
export function StepPanel({ shop, order, step, given, busy, answer }: Props) {
  const texts = useTexts();
  const offers = step.offers ?? [];
  const { min, max } = step.pick ?? { min: 0, max: 1 };
  const pick = offers.length === 1 ? "button" : max === 1 ? "radio" : "checkbox";
  const [selection, setSelection] = useState<Selection>(() => startWith(step, given));
  const [hint, setHint] = useState(false);
  const list = useRef<HTMLFieldSetElement>(null);

  const enough = selection.size >= Math.max(min, 1) && selection.size <= max;
  const chosen = enough ? answerOf(selection, step) : null;
  const preview = usePreview(shop, step.id, chosen, order.revision);
  const refusing = usePreview(
    shop,
    step.id,
    given && !given.decline && min === 0 ? { decline: true } : null,
    order.revision,
  );
  const delta = preview?.order ? movedBy(preview.order, step.id) : knownDelta(selection, step);
  const total = preview?.order?.totals.total.display;

  function choose(offer: string, next: Chosen | null) {
    const others = pick === "checkbox" ? [...selection].filter(([id]) => id !== offer) : [];
    setSelection(new Map(next ? [...others, [offer, next]] : others));
    setHint(false);
  }

  function accept() {
    if (busy) {
      return;
    }
    if (chosen) {
      answer(chosen);
    } else {
      setHint(true);
      list.current?.querySelector("input")?.focus();
    }
  }

  const word = given
    ? total && texts.changeTo(total)
    : chosen
      ? step.kind === "choose"
        ? texts.choose
        : texts.yes
      : texts.pickOne;
  return (
    <>
      <fieldset class={`offers ${pick === "button" ? "one" : ""}`} ref={list}>
        <legend class="visually-hidden">{step.title}</legend>
        {pick === "checkbox" && (
          <p class="pick">{min > 1 ? texts.atLeast(min) : max < offers.length ? texts.upTo(max) : ""}</p>
        )}
        {offers.map((offer) => (
          <OfferCard
            key={offer.id}
            offer={offer}
            pick={pick}
            shop={shop}
            order={order}
            step={step}
            name={step.id}
            chosen={selection.get(offer.id) ?? null}
            choose={(next) => choose(offer.id, next)}
          />
        ))}
      </fieldset>
      <div class="foot">
        <p class="hint" role="alert">
          {preview?.refusal
            ? texts.refused(preview.refusal)
            : hint
              ? min > 0
                ? texts.pickOneNeeded
                : texts.pickOneFirst
              : ""}
        </p>
        <div role="status">
          {preview?.order && <Drops words={texts.wouldDrop} before={order} after={preview.order} />}
          {refusing?.order && <Drops words={texts.noWouldDrop} before={order} after={refusing.order} />}
        </div>
        <div class="ways">
          <button type="button" class="button primary" aria-disabled={busy || !chosen} onClick={once(accept)}>
            <span>{word || texts.change}</span>
            {!given && chosen && <span class="amount">{delta?.display ?? "…"}</span>}
          </button>
          {min === 0 && (
            <button
              type="button"
              class="button"
              aria-disabled={busy}
              onClick={once(() => busy || answer({ decline: true }))}
            >
              {texts.noThanks}
            </button>
          )}
        </div>
      </div>
      <Effect before={order} after={preview?.order ?? null} />
    </>
  );
}

/** Nothing is selected beforehand; a sole offer is only shown with its choices, for its button is the choosing. */
function startWith(step: Step, given: Answer | null): Selection {
  const before = selectionOf(given, step);
  const [only, ...more] = step.offers ?? [];
  return before.size === 0 && only && more.length === 0 ? new Map([[only.id, defaultsOf(only)]]) : before;
}
