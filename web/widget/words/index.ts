import { type Catalog, pickLocale, type Translator, translator } from "../../shared/i18n";
import { en, type Word } from "./en";
import { ro } from "./ro";

export type { Word } from "./en";
export type Words = Translator<Word>;

export const catalogs: Record<string, Catalog<Word>> = { en, ro };

/** The widget's words in the first wanted language it speaks, else in English. */
export function words(...wanted: (string | null | undefined)[]): Words {
  const locale = pickLocale(wanted, Object.keys(catalogs));
  return translator(catalogs[locale] ?? en, locale);
}
