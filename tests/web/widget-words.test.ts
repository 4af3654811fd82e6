import { describe, expect, it } from "vitest";
import { type Plural, pickLocale, translator } from "../../web/shared/i18n";
import { catalogs, words } from "../../web/widget/words";

const flat = (entry: string | Plural) => (typeof entry === "string" ? entry : entry.other);
const variables = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe("the widget's words", () => {
  const english: Record<string, string | Plural> = catalogs.en ?? {};

  it.each(Object.keys(catalogs))("%s has every key, and the same variables in each", (locale) => {
    const catalog: Record<string, string | Plural> = catalogs[locale] ?? {};
    expect(Object.keys(catalog).sort()).toEqual(Object.keys(english).sort());
    for (const [key, entry] of Object.entries(english))
      expect([key, variables(flat(catalog[key] ?? ""))]).toEqual([key, variables(flat(entry))]);
  });

  it("writes Romanian with comma-below letters", () => {
    expect(JSON.stringify(catalogs.ro)).not.toMatch(/[şţŞŢ]/);
    expect(JSON.stringify(catalogs.ro)).toMatch(/ș/);
  });

  it("keeps the fixed accessible names", () => {
    const say = words("en");
    const names = [
      "close",
      "send",
      "talk",
      "wait.cancel",
      "wait.callback",
      "composer.label",
      "log",
    ];
    expect(names.map((key) => say(key as Parameters<typeof say>[0]))).toEqual([
      "Close chat",
      "Send",
      "Talk to a person",
      "Cancel waiting",
      "Ask for a callback",
      "Message",
      "Conversation",
    ]);
    expect([say("form.name"), say("form.email"), say("form.phone")]).toEqual([
      "Name",
      "Email",
      "Phone",
    ]);
  });

  it("counts places in the order of each language", () => {
    const places = [2, 3, 4, 11, 21, 22].map((count) => words("en")("wait.place", { count }));
    expect(places).toEqual([
      "2nd in line",
      "3rd in line",
      "4th in line",
      "11th in line",
      "21st in line",
      "22nd in line",
    ]);
    expect(words("ro")("wait.place", { count: 2 })).toBe("al 2-lea la rând");
    expect(words("ro")("wait.waited", { count: 20 })).toBe("Așteptați de 20 de minute.");
  });

  it("falls back from region to language to English", () => {
    expect(pickLocale(["ro-MD"], ["en", "ro"])).toBe("ro");
    expect(pickLocale([null, "xx", "RO_ro"], ["en", "ro"])).toBe("ro");
    expect(pickLocale(["xx"], ["en", "ro"])).toBe("en");
  });

  it("leaves unknown variables as they are", () => {
    expect(translator({ a: "{x} {y}" }, "en")("a", { x: 1 })).toBe("1 {y}");
  });
});
