import type { ConversationEvent, State } from "../../shared/types";
import { stateOf } from "../state/fold";

export interface Entry {
  event: ConversationEvent;
  /** The speaker changed, or five minutes went by: name and time are shown above. */
  named: boolean;
}

/** The part of the log that one owner holds, with the event that began it. */
export interface Span {
  key: number;
  voice: State;
  knot: ConversationEvent | null;
  entries: Entry[];
}

const pauseMilliseconds = 5 * 60_000;
const shown = ["message", "contact.given"];

function samePause(before: ConversationEvent, event: Spoken): boolean {
  return Date.parse(event.at ?? "") - Date.parse(before.at ?? "") < pauseMilliseconds;
}

type Spoken = Pick<ConversationEvent, "type" | "author" | "at" | "agent">;

function isNamed(before: ConversationEvent | null, event: Spoken): boolean {
  if (event.type !== "message" || event.author === "visitor") return false;
  if (before?.type !== "message" || before.author !== event.author) return true;
  return before.agent?.id !== event.agent?.id || !samePause(before, event);
}

/**
 * The log as spans, one for each change of owner. A wish for a person that was answered at once by a promise is one
 * change, not two. Events that a visitor does not see leave no trace.
 */
export function spansOf(events: readonly ConversationEvent[]): Span[] {
  const first: Span = { key: 0, voice: "ai", knot: null, entries: [] };
  const spans = [first];
  let current = first;
  let before: ConversationEvent | null = null;
  for (const event of events) {
    const voice = stateOf(event.type);
    if (voice) {
      const empty = current.knot?.type === "handoff.requested" && current.entries.length === 0;
      if (empty && event.type === "callback.promised") spans.pop();
      current = { key: event.seq, voice, knot: event, entries: [] };
      spans.push(current);
      before = null;
    } else if (shown.includes(event.type)) {
      current.entries.push({ event, named: isNamed(before, event) });
      before = event;
    }
  }
  return spans;
}

/** The span that holds what came after the event `seq`. */
export function spanAfter(spans: readonly Span[], seq: number): Span | null {
  let found: Span | null = null;
  for (const span of spans) if (span.key <= seq) found = span;
  return found;
}

/** Whether an answer of the AI that comes `at` now would show name and time. */
export function namesAi({ entries }: Span, at: string): boolean {
  const before = entries[entries.length - 1]?.event ?? null;
  return isNamed(before, { type: "message", author: "ai", at });
}

/** The offer that stands: the newest, while the AI still holds the conversation and its reason was not declined. */
export function openOffer(
  events: readonly ConversationEvent[],
  declined: readonly string[],
): ConversationEvent | null {
  for (let i = events.length - 1; i >= 0; --i) {
    const event = events[i];
    if (!event || stateOf(event.type)) return null;
    if (event.type === "handoff.offered")
      return declined.includes(offerReason(event)) ? null : event;
  }
  return null;
}

export function offerReason(event: ConversationEvent): string {
  return event.reason ?? "any";
}

/** What others said after `seen`: the number on the launcher. */
export function unreadAfter(events: readonly ConversationEvent[], seen: number): number {
  return events.filter(
    ({ seq, type, author }) => seq > seen && type === "message" && author !== "visitor",
  ).length;
}

/** The person who was last here, for the rating after they left. Null while nobody was, or when they still are. */
export function lastPerson(events: readonly ConversationEvent[]): string | null {
  let name: string | null = null;
  for (const { type, agent } of events)
    if (type === "taken_over" || type === "transferred") name = agent?.name ?? name;
  return name;
}
