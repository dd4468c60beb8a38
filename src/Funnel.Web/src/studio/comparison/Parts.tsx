import type { PartChange } from "./comparison";
import { Values } from "./Properties";

const signs = { added: "+", removed: "−", moved: "↕", changed: "≠" };

/** What became of steps and offers. */
export function Parts({ parts }: { parts: readonly PartChange[] }) {
  if (parts.length === 0) {
    return null;
  }
  return (
    <section>
      <h3>Steps and offers</h3>
      <ul class="parts">
        {parts.map((part) => (
          <li key={`${part.step} ${part.offer} ${part.change}`} class={part.change}>
            <span aria-hidden="true">{signs[part.change]}</span> {part.offer ? "Offer" : "Step"}{" "}
            <strong>{part.offer ?? part.step}</strong>
            {part.offer && (
              <>
                {" "}
                of <strong>{part.step}</strong>
              </>
            )}{" "}
            {inWords(part)}
            {part.change === "changed" && <Values changes={part.properties} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function inWords(part: PartChange): string {
  switch (part.change) {
    case "added":
      return `is new, ${place(part.after)}`;
    case "removed":
      return "is gone";
    case "moved":
      return part.offer && part.from !== part.step ? `was at step ${part.from}` : `is now ${place(part.after)}`;
    case "changed":
      return "does something else";
  }
}

const place = (after: string | null) => (after ? `after ${after}` : "the first");
