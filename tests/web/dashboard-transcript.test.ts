import { describe, expect, test } from "vitest";
import {
  evidenceBySeq,
  sectionsOf,
  withoutOldEstimates,
} from "../../web/dashboard/model/transcript";
import type { LogEvent } from "../../web/dashboard/model/types";

const minute = (n: number) => new Date(Date.UTC(2026, 10, 23, 10, n)).toISOString();
const said = (seq: number, author: "visitor" | "ai" | "agent", at: number): LogEvent => ({
  seq,
  type: "message",
  author,
  text: `words ${seq}`,
  at: minute(at),
});
const happened = (seq: number, type: string, more: Partial<LogEvent> = {}): LogEvent => ({
  seq,
  type,
  author: "system",
  at: minute(seq),
  ...more,
});

describe("the transcript", () => {
  test("each_change_of_owner_begins_a_section_in_its_voice", () => {
    const sections = sectionsOf([
      said(1, "visitor", 0),
      happened(2, "handoff.requested"),
      said(3, "visitor", 3),
      happened(4, "taken_over"),
      said(5, "agent", 5),
      happened(6, "returned_to_ai"),
      happened(7, "closed"),
    ]);
    expect(sections.map((section) => section.voice)).toEqual([
      "ai",
      "waiting",
      "human",
      "ai",
      "closed",
    ]);
    expect(sections.map((section) => section.entries.map((entry) => entry.event.seq))).toEqual([
      [1],
      [3],
      [5],
      [],
      [],
    ]);
  });

  test("hidden_outcome_and_unknown_events_leave_no_trace", () => {
    const events = [
      said(1, "visitor", 0),
      happened(2, "hidden"),
      happened(3, "handoff.outcome"),
      happened(4, "later.kind"),
    ];
    expect(sectionsOf(events).map((section) => section.entries.length)).toEqual([1]);
  });

  test("a_log_that_begins_with_a_request_has_no_empty_section", () => {
    const sections = sectionsOf([happened(1, "handoff.requested")]);
    expect(sections.map((section) => section.voice)).toEqual(["waiting"]);
  });

  test("the_name_shows_when_the_speaker_changes_or_five_minutes_pass", () => {
    const [section] = sectionsOf([
      said(1, "visitor", 0),
      said(2, "visitor", 1),
      said(3, "visitor", 7),
      said(4, "ai", 7),
    ]);
    expect(section?.entries.map((entry) => entry.head)).toEqual([true, false, true, true]);
  });

  test("only_the_newest_estimate_is_kept", () => {
    const events = [
      happened(1, "wait.updated"),
      happened(2, "wait.updated"),
      said(3, "visitor", 3),
    ];
    expect(withoutOldEstimates(events).map((event) => event.seq)).toEqual([2, 3]);
  });
});

describe("where the evidence is", () => {
  const evidence = [{ start: 0, end: 5, text: "words" }];

  test("the_named_message_has_it", () => {
    const events = [
      said(1, "visitor", 0),
      said(2, "visitor", 1),
      happened(3, "handoff.requested", { evidence, message_seq: 1 }),
    ];
    expect([...evidenceBySeq(events, null).keys()]).toEqual([1]);
  });

  test("without_a_name_it_is_the_last_visitor_message_before", () => {
    const events = [
      said(1, "visitor", 0),
      said(2, "ai", 1),
      happened(3, "handoff.requested", { evidence }),
      said(4, "visitor", 4),
    ];
    expect([...evidenceBySeq(events, null).keys()]).toEqual([1]);
  });

  test("the_open_handoff_fills_in_what_its_event_leaves_out", () => {
    const events = [said(1, "visitor", 0), happened(2, "handoff.requested", { handoff_id: "h1" })];
    const handoff = { id: "h1", reason: "complaint", requested_at: minute(2), evidence } as const;
    expect(evidenceBySeq(events, { ...handoff, evidence: [...evidence] }).get(1)).toMatchObject({
      reason: "complaint",
      evidence,
    });
  });

  test("two_handoffs_mark_two_messages", () => {
    const events = [
      said(1, "visitor", 0),
      happened(2, "handoff.requested", { evidence }),
      happened(3, "returned_to_ai"),
      said(4, "visitor", 4),
      happened(5, "handoff.requested", { evidence }),
    ];
    expect([...evidenceBySeq(events, null).keys()]).toEqual([1, 4]);
  });
});
