import { afterEach, describe, expect, test } from "vitest";
import { locale } from "../../web/dashboard/state/preferences";
import { rulesEn } from "../../web/dashboard/words/rules-en";
import { rulesRo } from "../../web/dashboard/words/rules-ro";
import { sayCause, sayRule, sayScore } from "../../web/dashboard/words/say-cause";

const groups = {
  request:
    "talk_to_person want_person person_alone anyone_there department callback refuse_bot wording accepted_offer",
  confidence: "reported hedging",
  sentiment: "message trend",
  attempts: "not_understood asked_again ai_repeats ai_unsure",
  complaint: "refund damaged charged delivery not_received staff legal formal quality wording",
  technical: "error crash login connection integration broken wording",
  lead: "commercial buying price quantity wording",
};
const detector = Object.entries(groups).flatMap(([group, names]) =>
  names.split(" ").map((name) => `${group}.${name}`),
);
const byAi =
  "no_answer user_request low_confidence policy complaint account_action other promised_person unsafe_answer"
    .split(" ")
    .map((name) => `ai.${name}`);
const others = ["button", "bot", "agent", "takeover", "site.no_ai", ...byAi];

function inBoth(rule: string): [english: string, romanian: string] {
  locale.value = "en";
  const english = sayRule(rule);
  locale.value = "ro";
  return [english, sayRule(rule)];
}

describe("rules in words", () => {
  afterEach(() => {
    locale.value = "en";
  });

  test.each([...detector, ...others])("%s_has_words_in_both_languages", (rule) => {
    expect(inBoth(rule)).toEqual([
      rulesEn[`rule.${rule}` as keyof typeof rulesEn],
      rulesRo[`rule.${rule}` as keyof typeof rulesRo],
    ]);
    for (const words of inBoth(rule)) expect(words).toMatch(/^\p{Lu}[^_]+$/u);
  });

  test("no_two_rules_read_the_same", () => {
    for (const words of [rulesEn, rulesRo])
      expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
  });

  test("a_keyword_and_an_attribute_are_named_as_the_owner_wrote_them", () => {
    expect(inBoth("keyword.e.g. {name} _x_")).toEqual([
      "Contains “e.g. {name} _x_”",
      "Conține „e.g. {name} _x_”",
    ]);
    expect(inBoth("lead.attribute.plan.tier")).toEqual([
      "Known from the site: plan.tier",
      "Știut de la site: plan.tier",
    ]);
  });

  test("a_rule_newer_than_this_page_keeps_the_reason_of_its_group", () => {
    expect(inBoth("complaint.lost_parcel")).toEqual([
      "Complaint: lost parcel",
      "Reclamație: lost parcel",
    ]);
    expect(inBoth("lead.attribute.")[0]).toBe("High-value lead: attribute");
    expect(inBoth("request.")[0]).toBe("Asked for a person");
  });

  test("an_unknown_rule_still_reads_well", () => {
    expect(inBoth("payment.card_declined")).toEqual([
      "Payment card declined",
      "Payment card declined",
    ]);
    expect(inBoth("înțelegere")[0]).toBe("Înțelegere");
    expect(inBoth("keyword")[0]).toBe("Keyword");
    expect(inBoth("constructor")[0]).toBe("Constructor");
    expect(inBoth("")[0]).toBe("");
  });
});

describe("the score of a handoff", () => {
  test("is_per_cent_as_the_language_writes_it", () => {
    expect(sayScore({ rule: "complaint.refund", score: 0.974 })).toBe("score 97%");
    locale.value = "ro";
    expect(sayScore({ rule: "complaint.refund", score: 0.974 })).toBe("scor 97\u00a0%");
    locale.value = "en";
  });

  test("is_left_out_where_nobody_measured", () => {
    for (const rule of [...others, "", null, undefined])
      expect(sayScore({ rule, score: 1 })).toBe("");
    expect(sayScore({ rule: "complaint.refund", score: null })).toBe("");
  });

  test("stands_behind_the_rule", () => {
    expect(sayCause({ rule: "technical.login", score: 0.8 })).toEqual([
      "Cannot sign in",
      "score 80%",
    ]);
    expect(sayCause({ rule: "button", score: 1 })).toEqual(["Pressed the button for a person"]);
    expect(sayCause({})).toEqual([]);
  });
});
