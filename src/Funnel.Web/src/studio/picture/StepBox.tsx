import type { Schemas } from "../../api/client";
import { span } from "../report/Census";

export type PicturedStep = Schemas["Picture"]["steps"][number];

interface Props {
  step: PicturedStep;
  number: number;
  offers: readonly Schemas["OfferCensus"][];
  /** The pointer of what the cursor is in. */
  current: string | null;
  /** Where it leads, for who does not see the arrows. */
  ways: readonly string[];
  onJump: (pointer: string) => void;
}

const kinds = { choose: "choose", upsell: "upsell", crossSell: "cross-sell", form: "form" };

/** A step of the picture with what it offers or asks. */
export function StepBox({ step, number, offers, current, ways, onJump }: Props) {
  const isCurrent = (pointer: string) => (current === pointer ? "true" : undefined);
  return (
    <>
      <button type="button" class="head" aria-current={isCurrent(step.pointer)} onClick={() => onJump(step.pointer)}>
        <span class={`kind ${step.kind}`}>
          {number} · {kinds[step.kind]}
        </span>
        <strong>{step.title}</strong>
        {step.when && <span class="when">only when {step.when}</span>}
      </button>
      <ul>
        {step.offers.map((offer) => {
          const fare = offers.find((one) => one.step === step.id && one.offer === offer.id);
          return (
            <li key={offer.id}>
              <button type="button" aria-current={isCurrent(offer.pointer)} onClick={() => onJump(offer.pointer)}>
                <span>{offer.title}</span>
                {fare?.leastDelta && fare.mostDelta && (
                  <span class="price">{span(fare.leastDelta, fare.mostDelta)}</span>
                )}
                {offer.when && <span class="when">when {offer.when}</span>}
              </button>
            </li>
          );
        })}
        {step.fields.map((field) => (
          <li key={field.id}>
            <button type="button" aria-current={isCurrent(field.pointer)} onClick={() => onJump(field.pointer)}>
              <span>{field.label}</span>
            </button>
          </li>
        ))}
      </ul>
      <ul class="visually-hidden">
        {ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    </>
  );
}
