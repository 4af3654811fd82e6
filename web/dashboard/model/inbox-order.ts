import type { Filter } from "./route";
import type { InboxItem } from "./types";

export type GroupName = "waiting" | "mine" | "team" | "callback" | "ai" | "closed";

export interface Group {
  name: GroupName;
  items: InboxItem[];
}

const order: readonly GroupName[] = ["waiting", "mine", "team", "callback", "ai", "closed"];

export function groupOf(item: InboxItem, me: string): GroupName {
  if (item.state !== "human") return item.state;
  return item.owner?.id === me ? "mine" : "team";
}

/** The inbox as it is read: most urgent group first, most urgent conversation first, empty groups left out. */
export function groupInbox(items: Iterable<InboxItem>, me: string, filter: Filter): Group[] {
  const groups = new Map<GroupName, InboxItem[]>(order.map((name) => [name, []]));
  for (const item of items) {
    const name = groupOf(item, me);
    if (shows(filter, name)) groups.get(name)?.push(item);
  }
  return order
    .map((name) => ({ name, items: (groups.get(name) ?? []).sort(urgency[name]) }))
    .filter((group) => group.items.length > 0);
}

/**
 * Keeps rows where they are while somebody points at the list: rows that stay keep their order, new ones go to the end
 * of their group. A row that changed its group moves, since its line and words have changed with it.
 */
export function keepOrder(previous: readonly string[], groups: Group[]): Group[] {
  const place = new Map(previous.map((id, index) => [id, index]));
  const at = (item: InboxItem) => place.get(item.id) ?? Number.MAX_SAFE_INTEGER;
  return groups.map((group) => ({
    ...group,
    items: [...group.items].sort((a, b) => at(a) - at(b)),
  }));
}

/** Who should be served next, leaving out one conversation. */
export function nextInLine(items: Iterable<InboxItem>, except: string): InboxItem | null {
  const waiting = [...items].filter((item) => item.state === "waiting" && item.id !== except);
  return waiting.sort(urgency.waiting)[0] ?? null;
}

/** Promises by deadline; one without a deadline comes last. */
export function bySoonest(a: InboxItem, b: InboxItem): number {
  return text(a.callback?.due_at ?? "~", b.callback?.due_at ?? "~") || text(a.id, b.id);
}

function shows(filter: Filter, name: GroupName): boolean {
  if (filter === "all") return name !== "closed";
  return filter === name;
}

/** The AI calls it urgent, and somebody is still needed. A mark only: the order does not follow it. */
export function isUrgent({ state, handoff }: InboxItem): boolean {
  return Boolean(handoff?.urgent) && (state === "waiting" || state === "callback");
}

type Compare = (a: InboxItem, b: InboxItem) => number;

const oldestRequest: Compare = (a, b) =>
  text(a.handoff?.requested_at ?? a.updated_at, b.handoff?.requested_at ?? b.updated_at) ||
  text(a.id, b.id);
const newest: Compare = (a, b) => text(b.updated_at, a.updated_at) || text(a.id, b.id);
const unansweredFirst: Compare = (a, b) =>
  Number(visitorLast(b)) - Number(visitorLast(a)) || newest(a, b);

const urgency: Record<GroupName, Compare> = {
  waiting: oldestRequest,
  mine: unansweredFirst,
  team: newest,
  callback: bySoonest,
  ai: newest,
  closed: newest,
};

function visitorLast(item: InboxItem): boolean {
  return item.preview?.author === "visitor";
}

// Instants are RFC 3339 in UTC with one precision, so they compare as text.
function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
