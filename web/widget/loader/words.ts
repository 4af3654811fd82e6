/** The few words the page sees before the panel is loaded. */
const all: Record<string, { open: string; unread: (count: number) => string }> = {
  en: {
    open: "Open chat",
    unread: (count) => (count === 1 ? "1 new message" : `${count} new messages`),
  },
  ro: {
    open: "Deschide conversația",
    unread: (count) => (count === 1 ? "un mesaj nou" : `${count} mesaje noi`),
  },
};

export const launcherLocales = Object.keys(all);

export function launcherWords(locale: string) {
  return all[locale] ?? (all.en as (typeof all)[string]);
}
