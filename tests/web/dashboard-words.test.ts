import { describe, expect, test } from "vitest";
import { en } from "../../web/dashboard/words/en";
import { ro } from "../../web/dashboard/words/ro";
import type { Words } from "../../web/dashboard/words/words";
import { type Plural, translator } from "../../web/shared/i18n";

const textsOf = (entry: string | Plural): string[] =>
  typeof entry === "string"
    ? [entry]
    : Object.values(entry).filter((form): form is string => typeof form === "string");
const variablesOf = (entry: string | Plural): string[] => [
  ...new Set(textsOf(entry).flatMap((text) => text.match(/\{\w+\}/g) ?? [])),
];

describe("the words of the dashboard", () => {
  const english: Words = en;

  test("both_languages_have_the_same_keys", () => {
    expect(Object.keys(ro).sort()).toEqual(Object.keys(en).sort());
  });

  test.each(Object.keys(en) as (keyof Words)[])("%s has the same variables", (key) => {
    const optional = new Set(["{count}"]);
    const needed = (entry: string | Plural) =>
      variablesOf(entry).filter((name) => !optional.has(name));
    expect(needed(ro[key]).sort()).toEqual(needed(english[key]).sort());
  });

  test("romanian_has_comma_letters_only_and_no_text_is_empty", () => {
    for (const entry of [...Object.values(ro), ...Object.values(english)])
      for (const text of textsOf(entry)) {
        expect(text).not.toMatch(/[şţŞŢ]/);
        expect(text.trim()).not.toBe("");
      }
  });

  test("accessible_names_that_others_rely_on_stay", () => {
    const names: Partial<Record<keyof Words, string>> = {
      "sign-in.email": "Email",
      "sign-in.password": "Password",
      "sign-in.button": "Sign in",
      "inbox.list": "Conversations",
      "conversation.region": "Conversation",
      "action.take-over": "Take Over",
      "action.return": "Return to AI",
      "action.close": "Close conversation",
      "composer.reply": "Reply",
      "composer.note": "Note",
      "composer.send": "Send",
      "me.presence": "Presence",
      "nav.inbox": "Inbox",
      "nav.callbacks": "Callbacks",
      "nav.reports": "Reports",
      "nav.settings": "Settings",
    };
    expect(english).toMatchObject(names);
  });

  test("places_in_line_are_ordinals", () => {
    const say = translator(english, "en");
    expect([1, 2, 3, 4, 11].map((count) => say("line.position", { count }))).toEqual([
      "1st in line.",
      "2nd in line.",
      "3rd in line.",
      "4th in line.",
      "11th in line.",
    ]);
  });

  test("romanian_counts_with_de_from_twenty", () => {
    const say = translator(ro, "ro");
    expect(say("inbox.pick-detail", { count: 19 })).toBe("Așteaptă 19 vizitatori.");
    expect(say("inbox.pick-detail", { count: 20 })).toBe("Așteaptă 20 de vizitatori.");
  });
});
