import type { Callback, InboxItem } from "./types";

/** A conversation with one of its promises, from `GET /v1/callbacks`. */
export interface Promised extends InboxItem {
  callback: PromisedCallback | null;
}

export interface PromisedCallback extends Callback {
  /** What was promised first; `due_at` is what holds now. */
  first_due_at?: string;
  /** By a person. */
  answered_at?: string | null;
}

/** The lists that the server keeps: an answer that is still owed is open, however late. */
export const promiseLists = ["open", "kept", "broken"] as const;
export type PromiseList = (typeof promiseLists)[number];

/** The first deadline decides whether a promise is kept. */
export function decisiveDue(callback: PromisedCallback): string {
  return callback.first_due_at ?? callback.due_at;
}

/** Still owed, and too late already. */
export function isOverdue(callback: PromisedCallback, now: number): boolean {
  return Date.parse(decisiveDue(callback)) < now;
}

/** Those that are too late already, and those that can still be kept; each in the order they came in. */
export function byUrgency(
  items: readonly Promised[],
  now: number,
): Record<"late" | "in-time", Promised[]> {
  const late = items.filter(({ callback }) => callback && isOverdue(callback, now));
  return { late, "in-time": items.filter((item) => !late.includes(item)) };
}
