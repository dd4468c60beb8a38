import { useRef } from "preact/hooks";
import { useTexts } from "../words/context";
import type { Order } from "../order/shop";

/** How far the walk is. It goes back only where the shopper went back: not because more steps came into reach. */
export function ProgressBar({ order }: { order: Order }) {
  const texts = useTexts();
  const most = useRef({ answered: 0, share: 0 });
  const { answered, atMost } = order.progress;
  const share = order.step ? answered / Math.max(1, atMost) : 1;
  most.current =
    answered < most.current.answered
      ? { answered, share }
      : { answered, share: Math.max(share, Math.min(most.current.share, 0.95)) };
  const text = texts.step(Math.min(answered + 1, atMost), atMost);
  return (
    <div class="progress">
      <progress value={most.current.share} max={1} aria-label={text} />
      <p class="soft" aria-hidden="true">
        {order.step ? text : ""}
      </p>
    </div>
  );
}
