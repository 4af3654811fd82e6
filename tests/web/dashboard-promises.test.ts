import { describe, expect, test } from "vitest";
import { byUrgency, isOverdue, type Promised } from "../../web/dashboard/model/promise";
import { keptShare } from "../../web/dashboard/model/report";
import { inboxItem } from "./support/inbox-item";

const now = Date.parse("2026-11-23T12:00:00Z");
const promise = (due_at: string, first_due_at = due_at) => ({
  due_at,
  first_due_at,
  promised_at: "2026-11-22T10:00:00Z",
  state: "open" as const,
});
const item = (id: string, due_at: string, first_due_at?: string): Promised =>
  inboxItem({ id, state: "callback", callback: promise(due_at, first_due_at) });

describe("promised answers", () => {
  test("the_first_deadline_decides_whether_one_is_late", () => {
    expect(isOverdue(promise("2026-11-23T12:00:00Z"), now)).toBe(false);
    expect(isOverdue(promise("2026-11-23T11:59:59Z"), now)).toBe(true);
    expect(isOverdue(promise("2026-11-23T13:00:00Z", "2026-11-23T11:00:00Z"), now)).toBe(true);
  });

  test("late_ones_are_told_apart_and_keep_their_order", () => {
    const all = [
      item("c", "2026-11-23T14:00:00Z"),
      item("a", "2026-11-23T13:00:00Z", "2026-11-23T10:00:00Z"),
      item("b", "2026-11-23T11:00:00Z"),
    ];
    const groups = byUrgency(all, now);
    expect(groups.late.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(groups["in-time"].map(({ id }) => id)).toEqual(["c"]);
  });

  test("the_kept_share_counts_only_what_is_decided", () => {
    expect(keptShare({ open: 3, kept: 47, broken: 3 })).toBe(0.94);
    expect(keptShare({ open: 3, kept: 0, broken: 0 })).toBeNull();
  });
});
