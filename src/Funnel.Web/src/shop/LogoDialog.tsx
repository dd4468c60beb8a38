import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "./context";
import { FieldInput } from "./FieldInput";
import { keepLogo, keptLogo, type Logo, logoOfAddress, logoOfFile, pictureOf } from "./logo";
import { type Field, filledIn, type Inputs } from "./shop";

interface Props {
  fields: readonly Field[];
  inputs: Inputs;
  busy: boolean;
  save: (inputs: Inputs) => Promise<string | null>;
  close: () => void;
}

/** What a funnel takes at the start: the logo, and whatever else there is. */
export function LogoDialog({ fields, inputs, busy, save, close }: Props) {
  const texts = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [values, setValues] = useState<Inputs>(() => ({ ...suggested(fields), ...inputs }));
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => dialog.current?.showModal(), []);

  async function submit(event: Event) {
    event.preventDefault();
    if (!busy) {
      const problem = await save(filledIn(values));
      setRefusal(problem);
      if (problem === null) {
        dialog.current?.close();
      }
    }
  }

  const onlyLogo = fields.every(({ type }) => type === "url");
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="logo-title" onClose={close}>
      <form onSubmit={(event) => void submit(event)}>
        <h2 id="logo-title">{onlyLogo ? texts.logo : texts.details}</h2>
        {fields.some(({ type }) => type === "url") && <p class="soft">{texts.logoText}</p>}
        {fields.map((field) => {
          const change = (value: Inputs[string]) => setValues({ ...values, [field.id]: value });
          return field.type === "url" ? (
            <LogoInput key={field.id} field={field} value={values[field.id]} change={change} />
          ) : (
            <FieldInput
              key={field.id}
              field={field}
              value={values[field.id] ?? null}
              problem={undefined}
              change={change}
            />
          );
        })}
        <p class="hint" role="alert">
          {refusal}
        </p>
        <div class="ways">
          <button class="button primary" aria-disabled={busy}>
            {texts.save}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {texts.close}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** The logo that was used for another order is there again, to be saved or not. */
function suggested(fields: readonly Field[]): Inputs {
  const kept = keptLogo();
  return kept
    ? Object.fromEntries(fields.filter(({ type }) => type === "url").map(({ id }) => [id, kept.reference]))
    : {};
}

interface LogoInputProps {
  field: Field;
  value: Inputs[string] | undefined;
  change: (value: Inputs[string]) => void;
}

function LogoInput({ field, value, change }: LogoInputProps) {
  const texts = useTexts();
  const [wrong, setWrong] = useState(false);
  const [address, setAddress] = useState(() => {
    const kept = typeof value === "string" && pictureOf(value) === value;
    return kept ? value : "";
  });
  const id = `field.${field.id}`;
  const picture = pictureOf(value);

  async function take(logo: Promise<Logo>) {
    try {
      const taken = await logo;
      keepLogo(taken);
      setWrong(false);
      change(taken.reference);
    } catch {
      setWrong(true);
    }
  }

  return (
    <fieldset class="logo-input">
      <legend>{field.label}</legend>
      <div class="logo-seen">{picture && <img src={picture} alt={texts.logoSeen} />}</div>
      <div class="asked">
        <label for={`${id}.file`}>{texts.logoFile}</label>
        <input
          id={`${id}.file`}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/svg+xml,image/gif,image/avif"
          onChange={({ currentTarget }) => currentTarget.files?.[0] && void take(logoOfFile(currentTarget.files[0]))}
        />
      </div>
      <div class="asked">
        <label for={id}>{texts.logoUrl}</label>
        <input
          id={id}
          class="field"
          type="url"
          placeholder="https://"
          maxLength={field.maxLength ?? 2_000}
          value={address}
          onInput={({ currentTarget }) => setAddress(currentTarget.value)}
          onChange={() => address && void take(logoOfAddress(address))}
        />
      </div>
      {wrong && (
        <p class="hint" role="alert">
          {texts.logoWrong}
        </p>
      )}
      {value && (
        <button type="button" class="link" onClick={() => (setAddress(""), change(null))}>
          {texts.remove}
        </button>
      )}
    </fieldset>
  );
}
