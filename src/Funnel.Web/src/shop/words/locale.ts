import { browser } from "../../storage";

const key = "funnel.locale";

/** The language to speak: asked for in the address, chosen before, or the browser's nearest. */
export function preferredLocale(): string {
  const asked = new URLSearchParams(location.search).get("locale") ?? browser.get(key) ?? "";
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(asked) ? asked : navigator.languages.join(", ");
}

export const chooseLocale = (locale: string) => browser.set(key, locale);

/** What a language calls itself: Nederlands. */
export function nameOf(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
