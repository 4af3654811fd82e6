import { mergedContact } from "../../shared/contact";
import { stateAfter } from "./transcript";
import type { Conversation, Handoff, LogEvent } from "./types";

/** The events of the open conversation, in order, each `seq` once. */
export interface Log {
  events: readonly LogEvent[];
  /** All events up to this `seq` are here. */
  upTo: number;
}

export const emptyLog: Log = { events: [], upTo: 0 };

/** Adds events that may be repeated or out of order. The log stays the same object when nothing is new. */
export function appendEvents(log: Log, added: readonly LogEvent[]): Log {
  const known = new Set(log.events.map((event) => event.seq));
  const fresh = added.filter((event) => event.seq > 0 && !known.has(event.seq));
  if (fresh.length === 0) return log;
  const unique = [...new Map(fresh.map((event) => [event.seq, event])).values()];
  const events = [...log.events, ...unique].sort((a, b) => a.seq - b.seq);
  return { events, upTo: contiguous(events) };
}

/** True when some event between 1 and the newest is not here yet. */
export function hasHole(log: Log): boolean {
  const newest = log.events[log.events.length - 1];
  return newest !== undefined && log.upTo < newest.seq;
}

/**
 * What an event changes at once in the conversation, until the server's own object arrives. An event that the object
 * already contains changes nothing.
 */
export function applyEvent(conversation: Conversation, event: LogEvent): Conversation {
  if (event.seq <= conversation.as_of_seq) return conversation;
  const next = {
    ...conversation,
    as_of_seq: event.seq,
    updated_at: event.at ?? conversation.updated_at,
  };
  if (event.type === "contact.given" && event.contact)
    next.contact = mergedContact(conversation.contact, event.contact);
  if (event.type === "wait.updated" && next.handoff)
    next.handoff = { ...next.handoff, position: event.position, wait: event.wait };
  const state = stateAfter(event.type);
  if (!state) return next;
  next.state = state;
  next.owner = state === "human" ? (event.agent ?? conversation.owner) : null;
  if (event.type === "handoff.requested") next.handoff = requested(conversation, event);
  if (event.type === "callback.promised" && event.due_at)
    next.callback = { due_at: event.due_at, promised_at: event.at ?? "", state: "open" };
  return next;
}

function requested(conversation: Conversation, event: LogEvent): Handoff {
  return {
    id: event.handoff_id ?? conversation.handoff?.id ?? "",
    reason: event.reason ?? "manual",
    rule: event.rule,
    score: event.score,
    evidence: event.evidence,
    message_seq: event.message_seq,
    note: event.note,
    urgent: event.urgent,
    requested_at: event.at ?? conversation.updated_at,
  };
}

/** The one that knows more. Equal ones: the second, which is the newer answer. */
export function newerOf<T extends Conversation>(a: T | null, b: T): T {
  return a && a.as_of_seq > b.as_of_seq ? a : b;
}

function contiguous(events: readonly LogEvent[]): number {
  let upTo = 0;
  for (const event of events) {
    if (event.seq !== upTo + 1) break;
    upTo = event.seq;
  }
  return upTo;
}
