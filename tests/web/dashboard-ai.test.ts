import { beforeEach, describe, expect, test } from "vitest";
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
