import type { Conversation } from "../../../web/shared/types";

export function conversation(change: Partial<Conversation> = {}): Conversation {
  return {
    id: "c1",
    site: "default",
    state: "ai",
    epoch: 1,
    owner: null,
    created_at: "2026-11-23T10:00:00Z",
    updated_at: "2026-11-23T10:00:00Z",
    as_of_seq: 0,
    contact: null,
    handoff: null,
    callback: null,
    ...change,
  };
}
