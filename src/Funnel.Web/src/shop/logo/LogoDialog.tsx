import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../words/context";
import { FieldInput } from "../step/FieldInput";
import { keepLogo, keptLogo, type Logo, logoOfAddress, logoOfFile, pictureOf } from "./logo";
import { type Field, filledIn, type Inputs } from "../order/shop";

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
  const latest = useRef(values);
  const taken = useRef<Logo | null>(null);
  const looking = useRef<Promise<boolean>>(Promise.resolve(true));
  useLayoutEffect(() => dialog.current?.showModal(), []);

  function change(id: string, value: Inputs[string]) {
    latest.current = { ...latest.current, [id]: value };
    setValues(latest.current);
  }

  /** Looks at a picture that is given. It is kept in this browser once it is saved, and not before. */
  function take(id: string, logo: Promise<Logo> | null): Promise<boolean> {
    looking.current = Promise.resolve(logo).then(
      (seen) => {
        taken.current = seen;
        change(id, seen?.reference ?? null);
        return true;
      },
      () => false,
    );
    return looking.current;
  }

  async function submit(event: Event) {
    event.preventDefault();
    // Who gives an address and saves at once has not seen yet whether there is a picture.
    if (!busy && (await looking.current)) {
      if (taken.current) {
        keepLogo(taken.current);
      }
      const problem = await save(filledIn(latest.current));
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
        {fields.map((field) =>
          field.type === "url" ? (
            <LogoInput
              key={field.id}
              field={field}
              value={values[field.id]}
              taken={taken.current}
              take={(logo) => take(field.id, logo)}
            />
          ) : (
            <FieldInput
              key={field.id}
              field={field}
              value={values[field.id] ?? null}
              problem={undefined}
              change={(value) => change(field.id, value)}
            />
          ),
        )}
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
  /** The picture that was given last. */
  taken: Logo | null;
  /** Looks at another picture, or takes it away; says whether it is one. */
  take: (logo: Promise<Logo> | null) => Promise<boolean>;
}

function LogoInput({ field, value, taken, take }: LogoInputProps) {
  const texts = useTexts();
  const [wrong, setWrong] = useState(false);
  const [address, setAddress] = useState(() => {
    const kept = typeof value === "string" && pictureOf(value) === value;
    return kept ? value : "";
  });
  const id = `field.${field.id}`;
  const picture = taken && taken.reference === value ? taken.picture : pictureOf(value);
  const look = (logo: Promise<Logo> | null) => void take(logo).then((isPicture) => setWrong(!isPicture));

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
          onChange={({ currentTarget: { files } }) => {
            if (files?.[0]) {
              setAddress("");
              look(logoOfFile(files[0]));
            }
          }}
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
          onChange={() => look(address ? logoOfAddress(address) : null)}
        />
      </div>
      {wrong && (
        <p class="hint" role="alert">
          {texts.logoWrong}
        </p>
      )}
      {value && (
        <button type="button" class="link" onClick={() => (setAddress(""), look(null))}>
          {texts.remove}
        </button>
      )}
    </fieldset>
  );
}
