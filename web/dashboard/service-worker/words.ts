import { pickLocale } from "../../shared/i18n";

const words = {
  en: { title: "Somebody needs you", open: "Open" },
  ro: { title: "Cineva are nevoie de dumneavoastră", open: "Deschideți" },
};

/** For a message that cannot be read; all others bring their own words. */
export function fallbackWords(language: string): { title: string; open: string } {
  return words[pickLocale([language], ["en", "ro"]) as keyof typeof words];
}
