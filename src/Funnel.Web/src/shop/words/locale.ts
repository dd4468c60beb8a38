const key = "funnel.locale";

/** The language to speak: asked for in the address, chosen before, or the browser's nearest. */
export function preferredLocale(): string {
  return (
    new URLSearchParams(location.search).get("locale") ?? localStorage.getItem(key) ?? navigator.languages.join(", ")
  );
}

export const chooseLocale = (locale: string) => localStorage.setItem(key, locale);

/** What a language calls itself: Nederlands. */
export function nameOf(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
