import { beforeEach, describe, expect, test } from "vitest";
import { canBeAsked, handedOverShare } from "../../web/dashboard/model/ai";
import { partsOf } from "../../web/dashboard/model/confidence";
import { isUrgent } from "../../web/dashboard/model/inbox-order";
import { applyEvent } from "../../web/dashboard/model/log";
import { isByAi } from "../../web/dashboard/model/rules";
import { sectionAfter, sectionsOf } from "../../web/dashboard/model/transcript";
import {
  aiDraft,
  discardAiDraft,
  forgetAiDraft,
  keepAiDraft,
  useAiDraft,
} from "../../web/dashboard/state/ai-draft";
import { draft, forgetDrafts } from "../../web/dashboard/state/drafts";
import { locale } from "../../web/dashboard/state/preferences";
import { sayDropped, sayMilliseconds, sayWriter } from "../../web/dashboard/words/say-ai";
import { sayPart } from "../../web/dashboard/words/say-confidence";
import { inboxItem } from "./support/inbox-item";

describe("what a confidence rests on", () => {
  test("comes_in_the_order_of_its_making_and_unknown_grounds_last", () => {
    const parts = partsOf({ newer_sign: 0.4, finish: 1, retrieval: 0.9 });
    expect(parts.map(({ name }) => name)).toEqual(["retrieval", "finish", "newer_sign"]);
    expect(parts.map(({ name }) => sayPart(name))).toEqual([
      "Articles cover the question",
      "Came to its end, not cut off",
      "newer sign",
    ]);
  });

  test("may_be_nothing", () => {
    expect([partsOf(undefined), partsOf(null), partsOf({})]).toEqual([[], [], []]);
  });
});

describe("a handoff the AI asked for", () => {
  const requested = {
    seq: 2,
    type: "handoff.requested",
    handoff_id: "h1",
    reason: "complaint",
    rule: "ai.complaint",
    urgent: true,
  } as const;

  test("keeps_that_it_is_urgent_until_nobody_is_needed", () => {
    const waiting = applyEvent(inboxItem({}), requested);
    expect(isUrgent(waiting)).toBe(true);
    expect(isUrgent({ ...waiting, state: "callback" })).toBe(true);
    for (const state of ["human", "ai", "closed"] as const)
      expect(isUrgent({ ...waiting, state })).toBe(false);
    expect(isUrgent(applyEvent(inboxItem({}), { ...requested, urgent: undefined }))).toBe(false);
  });

  test("is_known_by_its_rule", () => {
    expect(["ai.policy", "bot", "ai.newer", "agent", "aid", null].map(isByAi)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

test("a_growing_answer_belongs_to_the_owner_it_was_started_under", () => {
  const sections = sectionsOf([
    { seq: 1, type: "message", author: "visitor" },
    { seq: 2, type: "taken_over" },
    { seq: 3, type: "message", author: "agent" },
  ]);
  expect([1, 2, 3].map((seq) => sectionAfter(sections, seq)?.voice)).toEqual([
    "ai",
    "human",
    "human",
  ]);
  expect(sectionAfter([], 1)).toBeNull();
});

describe("the AI's draft", () => {
  const found = { text: "We have it in moss.", confidence: 0.6 };

  beforeEach(() => {
    forgetDrafts();
    forgetAiDraft("c1");
    keepAiDraft("c1", found);
  });

  test("is_put_behind_what_the_agent_has_written", () => {
    draft("c1", "reply").value = "Hello Jonas.";
    useAiDraft("c1");
    expect(draft("c1", "reply").value).toBe("Hello Jonas.\nWe have it in moss.");
    expect(aiDraft("c1")).toBeNull();
  });

  test("stays_away_once_discarded_and_a_newer_one_is_shown", () => {
    discardAiDraft("c1");
    keepAiDraft("c1", { ...found });
    expect(aiDraft("c1")).toBeNull();
    expect(draft("c1", "reply").value).toBe("");
    keepAiDraft("c1", { text: "Another." });
    expect(aiDraft("c1")?.text).toBe("Another.");
  });

  test("outlives_an_older_answer_that_does_not_know_it", () => {
    for (const nothing of [null, undefined, { text: " " }]) keepAiDraft("c1", nothing);
    expect(aiDraft("c1")).toBe(found);
    expect(aiDraft("c2")).toBeNull();
  });
});

describe("the figures of the AI", () => {
  const bin = (answers: number, handed_over: number) =>
    handedOverShare({ from: 0.1, to: 0.2, answers, handed_over });

  test("a_share_of_fewer_than_five_answers_is_not_given", () => {
    expect([bin(0, 0), bin(4, 4), bin(5, 1), bin(5, 9)]).toEqual([null, null, 0.2, 1]);
  });

  test("times_are_said_as_short_as_they_are_exact", () => {
    expect([7.4, 999, 1240, 12_600].map(sayMilliseconds)).toEqual([
      "7 ms",
      "999 ms",
      "1.2 s",
      "13 s",
    ]);
    locale.value = "ro";
    expect(sayMilliseconds(1240)).toBe("1,2 s");
    locale.value = "en";
  });

  test("only_an_ai_of_ours_can_be_asked", () => {
    expect((["builtin", "openai", "external", "none"] as const).map(canBeAsked)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test("a_part_of_the_request_that_is_new_has_no_words", () => {
    expect(sayDropped("logprobs")).toMatch(/^How sure the model is/);
    expect([sayDropped("newer"), sayDropped("")]).toEqual(["", ""]);
    expect([sayWriter("builtin"), sayWriter("small-model")]).toEqual([
      "the built-in AI",
      "small-model",
    ]);
  });
});
