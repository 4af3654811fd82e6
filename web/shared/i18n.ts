/**
 * Texts by key. A value is a string with `{variables}`, or its plural forms by `Intl.PluralRules` category, chosen by
 * the variable `count` (`ordinal: true` counts places in a line).
 */
export type Plural = { ordinal?: boolean; other: string } & Partial<
  Record<"zero" | "one" | "two" | "few" | "many", string>
>;
export type Catalog<Key extends string = string> = Record<Key, string | Plural>;
export type Variables = Record<string, string | number>;

export interface Translator<Key extends string = string> {
  (key: Key, variables?: Variables): string;
  locale: string;
}

function pluralForm(forms: Plural, count: number, locale: string): string {
  const rules = new Intl.PluralRules(locale, { type: forms.ordinal ? "ordinal" : "cardinal" });
  return forms[rules.select(count)] ?? forms.other;
}

/** Replaces `{name}`; an unknown name stays as it is. */
export function fill(text: string, variables: Variables = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(variables[name] ?? whole));
}

export function translator<Key extends string>(
  catalog: Catalog<Key>,
  locale: string,
): Translator<Key> {
  const translate = (key: Key, variables?: Variables): string => {
    const entry = catalog[key];
    if (typeof entry === "string") return fill(entry, variables);
    return fill(pluralForm(entry, Number(variables?.count ?? 0), locale), variables);
  };
  return Object.assign(translate, { locale });
}

/** The first of `wanted` (`pt-BR` also stands for `pt`) that is among `known`, else the first known. */
export function pickLocale(
  wanted: readonly (string | null | undefined)[],
  known: string[],
): string {
  for (const locale of wanted) {
    const language = (locale ?? "").toLowerCase().split(/[-_]/)[0] ?? "";
    if (known.includes(language)) return language;
  }
  return known[0] ?? "en";
}

const rightToLeft = ["ar", "fa", "he", "ur", "yi", "ps", "ckb"];

export function direction(locale: string): "ltr" | "rtl" {
  return rightToLeft.includes(locale.toLowerCase().split(/[-_]/)[0] ?? "") ? "rtl" : "ltr";
}
