import { mergedContact } from "../../shared/contact";
import type { Conversation, ConversationEvent, State } from "../../shared/types";

/** The core's function, as far as the widget needs it. */
export interface Reducer {
  reduce(conversation: Conversation, event: ConversationEvent): Conversation;
}

const stateAfter: Record<string, State> = {
  "handoff.requested": "waiting",
  "handoff.cancelled": "ai",
  taken_over: "human",
  transferred: "human",
  returned_to_ai: "ai",
  "callback.promised": "callback",
  "agent.lost": "waiting",
  closed: "closed",
  reopened: "ai",
};

/** The state an event leads to, or null when the owner stays. */
export function stateOf(type: string): State | null {
  return stateAfter[type] ?? null;
}

function plain(conversation: Conversation, event: ConversationEvent): Conversation {
  const next = {
    ...conversation,
    as_of_seq: event.seq,
    updated_at: event.at ?? conversation.updated_at,
  };
  const state = stateOf(event.type);
  if (state) {
    next.state = state;
    next.epoch = conversation.epoch + 1;
    next.owner = state === "human" ? (event.agent ?? null) : null;
  }
  if (event.type === "handoff.requested" && event.handoff_id)
    next.handoff = {
      id: event.handoff_id,
      reason: event.reason ?? "user_request",
      requested_at: event.at ?? conversation.updated_at,
    };
  if (event.type === "wait.updated" && next.handoff)
    next.handoff = { ...next.handoff, position: event.position, wait: event.wait };
  if (event.type === "callback.promised" && event.due_at)
    next.callback = { due_at: event.due_at, promised_at: event.at ?? "", state: "open" };
  if (event.type === "contact.given" && event.contact)
    next.contact = mergedContact(conversation.contact, event.contact);
  return next;
}

/** The next conversation: by the core, or without it by the little a visitor sees; the server's answer then corrects. */
export function fold(
  reducer: Reducer | null,
  conversation: Conversation,
  event: ConversationEvent,
): Conversation {
  try {
    if (reducer) return { ...conversation, ...reducer.reduce(conversation, event) };
  } catch {
    // An event of a newer server than this page: the plain way knows enough to go on.
  }
  return plain(conversation, event);
}
