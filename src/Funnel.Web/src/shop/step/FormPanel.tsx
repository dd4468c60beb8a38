import { useState } from "preact/hooks";
import type { Problem } from "../../api/send";
import { useTexts } from "../words/context";
import { FieldInput } from "./FieldInput";
import { once } from "../order/once";
import { type Answer, type Field, filledIn, type Inputs, type Step } from "../order/shop";

interface Props {
  step: Step;
  given: Answer | null;
  busy: boolean;
  /** Why the last answer was refused. */
  problem: Problem | null;
  answer: (answer: Answer) => void;
}

/** A step that asks for something to be filled in. */
export function FormPanel({ step, given, busy, problem, answer }: Props) {
  const texts = useTexts();
  const [inputs, setInputs] = useState<Inputs>(() => ({ ...given?.inputs }));
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const fields = step.fields ?? [];
  const wrong = new Map(problem?.errors?.map(({ pointer, detail }) => [pointer, detail]));
  function told(field: Field) {
    const reason = wrong.get(`/inputs/${field.id}`);
    return missing.has(field.id) ? texts.required : reason && texts.wrong(field, reason);
  }

  function submit(event: Event) {
    event.preventDefault();
    const empty = fields.filter(({ id, required }) => required && isEmpty(inputs[id])).map(({ id }) => id);
    setMissing(new Set(empty));
    if (empty.length > 0) {
      document.getElementById(`field.${empty[0]}`)?.focus();
    } else if (!busy) {
      const filled = filledIn(inputs);
      const declines = Object.keys(filled).length === 0 && fields.every(({ required }) => !required);
      answer(declines ? { decline: true } : { inputs: filled });
    }
  }

  return (
    <form class="form" noValidate onSubmit={submit}>
      {fields.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          value={inputs[field.id] ?? null}
          problem={told(field)}
          change={(value) => setInputs({ ...inputs, [field.id]: value })}
        />
      ))}
      <div class="ways">
        <button class="button primary" aria-disabled={busy} onClick={once()}>
          {given ? texts.change : texts.goOn}
        </button>
        {fields.every(({ required }) => !required) && (
          <button
            type="button"
            class="button"
            aria-disabled={busy}
            onClick={once(() => busy || answer({ decline: true }))}
          >
            {texts.skipForm}
          </button>
        )}
      </div>
    </form>
  );
}

/** A number may be zero; a box that must be ticked may not be left empty. */
const isEmpty = (value: Inputs[string] | undefined) =>
  value === undefined || value === null || value === "" || value === false;
