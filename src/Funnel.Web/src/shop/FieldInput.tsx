import { useTexts } from "./context";
import type { Field, Inputs } from "./shop";

interface Props {
  field: Field;
  value: Inputs[string] | null;
  problem: string | undefined;
  change: (value: Inputs[string]) => void;
}

/** What a browser calls the kinds of fields, and what it can fill in by itself. */
const kinds: Partial<Record<Field["type"], { type: string; autocomplete?: string }>> = {
  email: { type: "email", autocomplete: "email" },
  tel: { type: "tel", autocomplete: "tel" },
  url: { type: "url", autocomplete: "url" },
  date: { type: "date" },
  number: { type: "number" },
};

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
        {...kinds[field.type]}
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
