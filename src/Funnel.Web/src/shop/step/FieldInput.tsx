import { useTexts } from "../words/context";
import type { Field, Inputs } from "../order/shop";

interface Props {
  field: Field;
  value: Inputs[string] | null;
  problem: string | undefined;
  change: (value: Inputs[string]) => void;
}

/** What browsers call the kinds of fields. */
const kinds = { text: "text", email: "email", tel: "tel", url: "url", date: "date", number: "number" } as const;

/** A field with its name, its help and what is wrong with it. */
export function FieldInput({ field, value, problem, change }: Props) {
  const texts = useTexts();
  const id = `field.${field.id}`;
  const described = [field.help && `${id}.help`, problem && `${id}.problem`].filter(Boolean).join(" ");
  const shared = {
    id,
    name: field.id,
    required: field.required,
    "aria-invalid": problem !== undefined,
    ...(described && { "aria-describedby": described }),
  };
  const control =
    field.type === "checkbox" ? (
      <input
        {...shared}
        type="checkbox"
        checked={value === true}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
    ) : field.type === "choice" ? (
      <select {...shared} class="field" onChange={({ currentTarget }) => change(currentTarget.value)}>
        <option value="" selected={!value}>
          {texts.chooseHere}
        </option>
        {Object.entries(field.choices ?? {}).map(([choice, name]) => (
          <option key={choice} value={choice} selected={value === choice}>
            {name}
          </option>
        ))}
      </select>
    ) : (
      <input
        {...shared}
        type={kinds[field.type] as "text" /* the attributes below fit them all */}
        class="field"
        maxLength={field.maxLength ?? 2_000}
        {...(field.type === "number" && { min: field.min, max: field.max, step: "any", inputMode: "decimal" as const })}
        value={typeof value === "string" || typeof value === "number" ? value : ""}
        onInput={({ currentTarget }) =>
          change(field.type === "number" && currentTarget.value ? currentTarget.valueAsNumber : currentTarget.value)
        }
      />
    );
  return (
    <div class={`asked ${field.type === "checkbox" ? "tick" : ""}`}>
      <label for={id}>
        {field.label} {!field.required && field.type !== "checkbox" && <span class="soft">({texts.optional})</span>}
      </label>
      {control}
      {field.help && (
        <p id={`${id}.help`} class="soft">
          {field.help}
        </p>
      )}
      {problem && (
        <p id={`${id}.problem`} class="hint" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
