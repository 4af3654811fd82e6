import { signal } from "@preact/signals";
import type { InboxItem } from "../model/types";

const key = "handoff:dashboard:seen";

/** Up to which `seq` we have read each conversation, in this tab. */
const seen = signal<ReadonlyMap<string, number>>(stored());

export function markSeen(id: string, seq: number): void {
  if ((seen.peek().get(id) ?? 0) >= seq) return;
  const next = new Map(seen.peek()).set(id, seq);
  seen.value = next;
  try {
    sessionStorage.setItem(key, JSON.stringify([...next]));
  } catch {
    // Refused or full: known as long as the page lives.
  }
}

/** The visitor's last words are for us and not read yet: somebody waits, or we have the conversation. */
export function isUnread(item: InboxItem, me: string | undefined): boolean {
  const ours = item.state === "waiting" || (item.state === "human" && item.owner?.id === me);
  return (
    ours && item.preview?.author === "visitor" && item.as_of_seq > (seen.value.get(item.id) ?? 0)
  );
}

function stored(): Map<string, number> {
  try {
    const list: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return new Map(list as [string, number][]);
  } catch {
    return new Map();
  }
}
