import { render } from "preact";
import { preferredLocale } from "../../shop/words/locale";
import { OrderPage } from "../../shop/OrderPage";
import { type Action, type Definition, DraftShop, type Start } from "./draftShop";

/** What the studio asks of its frame: to walk this text, from these actions on or from where the shopper stands. */
export interface TryMessage {
  type: "try";
  definition: Definition;
  start?: Start;
  actions?: readonly Action[];
  key: string;
}

const page = document.getElementById("page")!;
let shop: DraftShop | null = null;
let shown = 0;

addEventListener("message", ({ source, origin, data }: MessageEvent<TryMessage>) => {
  if (source === parent && origin === location.origin && data.type === "try") {
    const locale = data.start?.locale ?? preferredLocale();
    shop = new DraftShop(data.definition, data.start ?? {}, data.actions ?? shop?.actions ?? [], data.key);
    render(<OrderPage key={++shown} shop={shop} locale={locale} hasHistory={false} />, page);
  }
});
parent.postMessage({ type: "ready" }, location.origin);
