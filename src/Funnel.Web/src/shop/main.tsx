import { render } from "preact";
import { preferredLocale } from "./words/locale";
import { OrderPage } from "./OrderPage";
import { ServerShop } from "./order/serverShop";
import { ShopList } from "./ShopList";

const locale = preferredLocale();
const funnel = /^\/f\/([^/]+)\/?$/.exec(location.pathname)?.[1];
render(
  funnel === undefined ? (
    <ShopList locale={locale} />
  ) : (
    <OrderPage shop={new ServerShop(decodeURIComponent(funnel), locale)} locale={locale} hasHistory />
  ),
  document.getElementById("page")!,
);
