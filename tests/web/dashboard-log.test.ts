import { describe, expect, test } from "vitest";
import { appendEvents, applyEvent, emptyLog, newerOf } from "../../web/dashboard/model/log";
import type { LogEvent } from "../../web/dashboard/model/types";
import { inboxItem } from "./support/inbox-item";

const event = (seq: number, type = "message", more: Partial<LogEvent> = {}): LogEvent => ({
  seq,
  type,
  at: "2026-11-23T10:00:00Z",
  ...more,
});

/** A small generator with a printed seed, so that a failure can be run again. */
function shuffler(seed: number) {
  let state = seed;
  return <T>(list: T[]): T[] => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; --i) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      const j = state % (i + 1);
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  };
}

describe("the log of the open conversation", () => {
  test("any_order_and_repetition_give_the_same_log", () => {
    const seed = Date.now() % 100_000;
    const shuffle = shuffler(seed);
    const all = Array.from({ length: 40 }, (_, index) => event(index + 1));
    const parts = shuffle([...all, ...all.slice(3, 20)]);
    let log = emptyLog;
    for (let i = 0; i < parts.length; i += 5) log = appendEvents(log, parts.slice(i, i + 5));
    expect(
      log.events.map((entry) => entry.seq),
      `seed ${seed}`,
    ).toEqual(all.map((entry) => entry.seq));
    expect(log.upTo).toBe(40);
  });

  test("up_to_stops_before_a_hole", () => {
    const log = appendEvents(emptyLog, [event(1), event(2), event(4)]);
    expect(log.upTo).toBe(2);
    expect(appendEvents(log, [event(3)]).upTo).toBe(4);
  });

  test("nothing_new_leaves_the_same_object", () => {
    const log = appendEvents(emptyLog, [event(1)]);
    expect(appendEvents(log, [event(1)])).toBe(log);
  });
});

describe("what an event changes at once", () => {
  const base = inboxItem({ as_of_seq: 3 });

  test("an_event_that_is_known_changes_nothing", () => {
    expect(applyEvent(base, event(3, "taken_over", { agent: { id: "a", name: "Ana" } }))).toBe(
      base,
    );
  });

  test("a_request_waits_with_its_reason", () => {
    const next = applyEvent(
      base,
      event(4, "handoff.requested", { handoff_id: "h1", reason: "complaint" }),
    );
    expect(next.state).toBe("waiting");
    expect(next.handoff).toMatchObject({ id: "h1", reason: "complaint" });
  });

  test("a_takeover_has_an_owner_and_a_return_has_none", () => {
    const taken = applyEvent(base, event(4, "taken_over", { agent: { id: "a", name: "Ana" } }));
    expect([taken.state, taken.owner?.name]).toEqual(["human", "Ana"]);
    const returned = applyEvent(taken, event(5, "returned_to_ai"));
    expect([returned.state, returned.owner]).toEqual(["ai", null]);
  });

  test("a_promise_carries_its_deadline", () => {
    const next = applyEvent(
      base,
      event(4, "callback.promised", { due_at: "2026-11-23T14:00:00Z" }),
    );
    expect(next.callback).toMatchObject({ due_at: "2026-11-23T14:00:00Z", state: "open" });
  });

  test("a_note_changes_only_how_far_we_are", () => {
    expect(applyEvent(base, event(4, "note"))).toMatchObject({ state: "ai", as_of_seq: 4 });
  });

  test("the_state_that_knows_more_wins_and_the_newer_answer_among_equals", () => {
    const older = inboxItem({ as_of_seq: 4, state: "waiting" });
    const newer = inboxItem({ as_of_seq: 5, state: "human" });
    expect(newerOf(newer, older)).toBe(newer);
    expect(newerOf(older, newer)).toBe(newer);
    const equal = inboxItem({ as_of_seq: 5 });
    expect(newerOf(newer, equal)).toBe(equal);
  });
});
