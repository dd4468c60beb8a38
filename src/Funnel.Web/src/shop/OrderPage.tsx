import { useEffect, useRef, useState } from "preact/hooks";
import { CancelDialog } from "./summary/CancelDialog";
import { Closed } from "./summary/Closed";
import { Around } from "./words/context";
import { FormPanel } from "./step/FormPanel";
import { chooseLocale, nameOf } from "./words/locale";
import { pictureOf } from "./logo/logo";
import { LogoDialog } from "./logo/LogoDialog";
import { ProgressBar } from "./summary/ProgressBar";
import { Review } from "./summary/Review";
import type { Shop } from "./order/shop";
import { StepPanel } from "./step/StepPanel";
import { Summary } from "./summary/Summary";
import { textsIn } from "./words/texts";
import { useHistory } from "./order/useHistory";
import { useOrder } from "./order/useOrder";

interface Props {
  shop: Shop;
  /** The language until the order says its own. */
  locale: string;
  /** Whether the browser's back button leads through the steps; not in a frame. */
  hasHistory: boolean;
}

/** Walks one order through whatever funnel it is of. */
export function OrderPage({ shop, locale, hasHistory }: Props) {
  const [spoken, setSpoken] = useState(locale);
  const texts = textsIn(spoken);
  const state = useOrder(shop, texts);
  const { funnel, order, changing, busy, problem, notice, connection } = state;
  const [dialog, setDialog] = useState<"logo" | "cancel" | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const closed = order !== null && order.status !== "open";
  const step = closed ? null : (changing?.step ?? order?.step ?? null);
  const view = !order ? "loading" : closed ? order.status : (step?.id ?? "review");
  const look = (id: string | null) => void state.look(id);
  useHistory(hasHistory, order, changing?.step.id ?? null, look);

  useEffect(() => {
    if (order) {
      setSpoken(order.locale);
      document.documentElement.lang = order.locale;
    }
  }, [order?.locale]);
  useEffect(() => {
    document.title = funnel ? `${funnel.name}` : "Funnel";
  }, [funnel?.name]);

  // Where the page shows something else, reading begins at its heading.
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current !== view && shown.current !== "loading") {
      heading.current?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
    shown.current = view;
  }, [view]);

  if (!order || !funnel) {
    return problem ? <Missing /> : <Waiting />;
  }

  const fields = funnel.inputs;
  const logoField = fields.find(({ type }) => type === "url");
  const logo = logoField ? pictureOf(order.inputs[logoField.id]) : null;
  const possible = order.actions.includes("complete");
  const title = closed
    ? { completed: texts.thanks, cancelled: texts.cancelled, expired: texts.expired, open: "" }[order.status]
    : (step?.title ?? (possible ? texts.review : texts.stuck));
  const text = closed
    ? { completed: texts.thanksText, cancelled: texts.cancelledText, expired: texts.expiredText, open: "" }[
        order.status
      ]
    : step
      ? step.description
      : possible
        ? texts.reviewText
        : texts.stuckText;

  return (
    <Around.Provider value={{ texts, logo }}>
      <header class="top">
        <p class="shop-name">{funnel.name}</p>
        <div class="top-tools">
          {fields.length > 0 && !closed && (
            <button type="button" class="button small" onClick={() => setDialog("logo")}>
              {logo && <img class="logo-small" src={logo} alt="" />}
              {logoField ? (logo ? texts.logoChange : texts.logoAdd) : texts.details}
            </button>
          )}
          {funnel.locales.length > 1 && (
            <label class="language">
              <span class="visually-hidden">{texts.language}</span>
              <select
                class="field"
                onChange={({ currentTarget }) => {
                  chooseLocale(currentTarget.value);
                  shop.speak(currentTarget.value);
                  void state.reload().then(() => changing && state.look(changing.step.id));
                }}
              >
                {funnel.locales.map((one) => (
                  <option key={one} value={one} selected={one === order.locale} lang={one}>
                    {nameOf(one)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      </header>
      <div class="connection" role="status">
        {connection !== "fine" && <p class="note warning">{texts[connection]}</p>}
      </div>
      <div class={`page ${step ? "" : "narrow"}`}>
        <main>
          {!closed && <ProgressBar order={order} />}
          <div class="panel" aria-busy={busy}>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {text && <p class="lead">{text}</p>}
            {changing && (
              <div class="changing">
                <p>{texts.changing}</p>
                <button type="button" class="link" onClick={() => look(null)}>
                  {texts.keep}
                </button>
              </div>
            )}
            <div role="status">
              {notice && (
                <div class="note">
                  <p>{notice.text}</p>
                  <ul>
                    {notice.items.map((item) => (
                      <li key={item}>{item}</li>
                    ))}
                  </ul>
                </div>
              )}
            </div>
            {problem && problem.type !== "urn:funnel:inputs-invalid" && (
              <p class="note error" role="alert">
                <strong>{texts.failed}.</strong> {texts.refused(problem.detail)}
              </p>
            )}
            {closed ? (
              <Closed order={order} again={() => void state.again()} />
            ) : !step ? (
              <Review
                order={order}
                busy={busy}
                change={look}
                complete={() => void state.complete()}
                cancel={() => setDialog("cancel")}
              />
            ) : step.fields ? (
              <FormPanel
                key={`${order.id} ${step.id}`}
                step={step}
                given={changing?.answer ?? null}
                busy={busy}
                problem={problem}
                answer={(answer) => void state.answer(step.id, answer)}
              />
            ) : (
              <StepPanel
                key={[order.id, step.id, changing !== null, ...(step.offers ?? []).map(({ id }) => id)].join(" ")}
                shop={shop}
                order={order}
                step={step}
                given={changing?.answer ?? null}
                busy={busy}
                answer={(answer) => void state.answer(step.id, answer)}
              />
            )}
          </div>
        </main>
        {step && <Summary order={order} busy={busy} change={look} cancel={() => setDialog("cancel")} />}
      </div>
      <p class="visually-hidden" role="status">
        {texts.total} {order.totals.total.display}
      </p>
      {dialog === "logo" && (
        <LogoDialog
          fields={fields}
          inputs={order.inputs}
          busy={busy}
          save={state.changeInputs}
          close={() => setDialog(null)}
        />
      )}
      {dialog === "cancel" && <CancelDialog cancel={() => void state.cancel()} close={() => setDialog(null)} />}
    </Around.Provider>
  );

  function Waiting() {
    return (
      <main class="loading">
        <h1>{texts.loading}</h1>
        <p role="status">{connection !== "fine" && texts[connection]}</p>
      </main>
    );
  }

  function Missing() {
    return (
      <main class="loading">
        <h1>{problem?.status === 404 ? texts.notFound : texts.failed}</h1>
        <p>{problem?.status === 404 ? texts.notFoundText : problem?.detail}</p>
        <a href="/">{texts.allShops}</a>
      </main>
    );
  }
}
