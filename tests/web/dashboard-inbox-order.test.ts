import { describe, expect, test } from "vitest";
import {
  bySoonest,
  groupInbox,
  keepOrder,
  nextInLine,
} from "../../web/dashboard/model/inbox-order";
import { inboxItem } from "./support/inbox-item";

const me = "ana";
const human = (id: string, owner: string, author = "visitor") =>
  inboxItem({
    id,
    state: "human",
    owner: { id: owner, name: owner },
    preview: { author, text: "x", at: "2026-11-23T10:00:00Z" },
  });
const waiting = (id: string, since: string) =>
  inboxItem({
    id,
    state: "waiting",
    handoff: { id: `h${id}`, reason: "user_request", requested_at: since },
  });
const promised = (id: string, due: string) =>
  inboxItem({
    id,
    state: "callback",
    callback: { due_at: due, promised_at: "2026-11-23T08:00:00Z", state: "open" },
  });

const idsOf = (groups: ReturnType<typeof groupInbox>) =>
  groups.map((group) => [group.name, ...group.items.map((item) => item.id)]);

describe("the order of the inbox", () => {
  test("groups_by_who_holds_the_conversation_and_leaves_empty_groups_out", () => {
    const items = [
      inboxItem({ id: "a" }),
      human("m", "ana"),
      human("t", "radu"),
      waiting("w", "2026-11-23T10:00:00Z"),
    ];
    expect(idsOf(groupInbox(items, me, "all"))).toEqual([
      ["waiting", "w"],
      ["mine", "m"],
      ["team", "t"],
      ["ai", "a"],
    ]);
  });

  test("who_waits_longest_comes_first", () => {
    const items = [waiting("new", "2026-11-23T10:05:00Z"), waiting("old", "2026-11-23T10:01:00Z")];
    expect(idsOf(groupInbox(items, me, "all"))).toEqual([["waiting", "old", "new"]]);
  });

  test("the_soonest_promise_comes_first_and_one_without_a_deadline_last", () => {
    const items = [
      inboxItem({ id: "none" }),
      promised("b", "2026-11-24T09:00:00Z"),
      promised("a", "2026-11-23T12:00:00Z"),
    ];
    expect([...items].sort(bySoonest).map((item) => item.id)).toEqual(["a", "b", "none"]);
  });

  test("mine_with_an_unanswered_visitor_come_before_answered_ones", () => {
    const items = [human("answered", me, "agent"), human("asking", me, "visitor")];
    expect(idsOf(groupInbox(items, me, "all"))).toEqual([["mine", "asking", "answered"]]);
  });

  test("closed_ones_are_seen_only_through_their_filter", () => {
    const items = [inboxItem({ id: "c", state: "closed" }), inboxItem({ id: "a" })];
    expect(idsOf(groupInbox(items, me, "all"))).toEqual([["ai", "a"]]);
    expect(idsOf(groupInbox(items, me, "closed"))).toEqual([["closed", "c"]]);
  });

  test("a_held_list_keeps_its_rows_and_puts_new_ones_at_the_end", () => {
    const before = groupInbox([waiting("b", "2026-11-23T10:02:00Z")], me, "all");
    expect(idsOf(before)).toEqual([["waiting", "b"]]);
    const after = groupInbox(
      [waiting("b", "2026-11-23T10:02:00Z"), waiting("a", "2026-11-23T10:00:00Z")],
      me,
      "all",
    );
    expect(idsOf(after)).toEqual([["waiting", "a", "b"]]);
    expect(idsOf(keepOrder(["b"], after))).toEqual([["waiting", "b", "a"]]);
  });

  test("next_in_line_leaves_the_lost_conversation_out", () => {
    const items = [
      waiting("a", "2026-11-23T10:00:00Z"),
      waiting("b", "2026-11-23T10:01:00Z"),
      inboxItem({ id: "c" }),
    ];
    expect(nextInLine(items, "a")?.id).toBe("b");
    expect(nextInLine([items[0] ?? inboxItem({})], "a")).toBeNull();
  });
});
