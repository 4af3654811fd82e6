import { computed, signal } from "@preact/signals";
import { type Group, groupInbox, keepOrder } from "../model/inbox-order";
import { items } from "./inbox";
import { route } from "./router";
import { agent } from "./session";

/** True while the pointer or the focus is in the list: rows must not move away under it. */
export const held = signal(false);

let shown: string[] = [];

/** The rows in the order they stand on the screen. */
export const groups = computed<Group[]>(() => {
  const sorted = groupInbox(items.value.values(), agent.value?.id ?? "", route.value.filter);
  const next = held.value ? keepOrder(shown, sorted) : sorted;
  shown = next.flatMap((group) => group.items.map((item) => item.id));
  return next;
});

/** The neighbour of the open conversation, or the first row. */
export function neighbour(of: string | null, step: 1 | -1): string | null {
  const ids = groups.value.flatMap((group) => group.items.map((item) => item.id));
  const at = of ? ids.indexOf(of) : -1;
  if (at < 0) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))] ?? null;
}
