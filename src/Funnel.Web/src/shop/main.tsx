import { render } from "preact";
import { preferredLocale } from "./words/locale";
import { OrderPage } from "./OrderPage";
import { ServerShop } from "./order/serverShop";
import { ShopList } from "./ShopList";

const locale = preferredLocale();
const funnel = /^\/f\/([^/]+)\/?$/i.exec(location.pathname)?.[1];
render(
  funnel === undefined ? (
    <ShopList locale={locale} />
  ) : (
    <OrderPage shop={new ServerShop(decoded(funnel), locale)} locale={locale} hasHistory />
  ),
  document.getElementById("page")!,
);

/** As it stands where it is no encoding: no funnel has such a name, and the page says so. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (failure) {
    if (failure instanceof URIError) {
      return text;
    }
    throw failure;
  }
}
