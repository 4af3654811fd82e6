import type { InboxItem } from "../../../web/dashboard/model/types";

/** A conversation with the AI, as the inbox lists it; `change` says what is different. */
export function inboxItem(change: Partial<InboxItem>): InboxItem {
  return {
    id: "c1",
    site: "default",
    state: "ai",
    epoch: 1,
    owner: null,
    created_at: "2026-11-23T09:00:00Z",
    updated_at: "2026-11-23T09:30:00Z",
    as_of_seq: 1,
    contact: null,
    handoff: null,
    callback: null,
    ...change,
  };
}
