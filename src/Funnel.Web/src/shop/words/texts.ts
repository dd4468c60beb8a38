import { de } from "./de";
import { en } from "./en";
import { nl } from "./nl";

/** What the storefront says by itself; all else is the funnel's own words. */
export type Texts = typeof en;

const languages = new Map([de, en, nl].map((texts) => [texts.code, texts]));

/** The words of a language, in English where there are none of its own. */
export const textsIn = (locale: string): Texts => languages.get(locale.split("-")[0] ?? "") ?? en;
