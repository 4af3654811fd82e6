import type { Handoff, LogEvent, State } from "./types";

/** What stands at the start of a section: the event that changed who holds the conversation. */
export interface Knot {
  event: LogEvent;
  voice: State;
}

/** One line of the transcript, or one message. */
export interface Entry {
  event: LogEvent;
  /** The speaker changed, or five minutes went by: name and time are shown. */
  head: boolean;
}

/** A stretch with one owner; its border is that owner's line. */
export interface Section {
  key: number;
  voice: State;
  knot: Knot | null;
  entries: Entry[];
}

const voiceAfter: Record<string, State> = {
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

const shownInside = new Set([
  "message",
  "note",
  "wait.updated",
  "contact.given",
  "rated",
  "handoff.offered",
]);
const spoken = new Set(["message", "note"]);
const pauseMs = 5 * 60 * 1000;

/** The state that an event leaves behind, or null when the owner stays the same. */
export function stateAfter(type: string): State | null {
  return voiceAfter[type] ?? null;
}

/** Folds the log into sections, one for each time the owner changed. Unknown and hidden events leave no trace. */
export function sectionsOf(events: readonly LogEvent[]): Section[] {
  const sections: Section[] = [{ key: 0, voice: "ai", knot: null, entries: [] }];
  let last: LogEvent | null = null;
  for (const event of events) {
    const voice = stateAfter(event.type);
    const section = sections[sections.length - 1] as Section;
    if (voice) {
      sections.push({ key: event.seq, voice, knot: { event, voice }, entries: [] });
      last = null;
    } else if (shownInside.has(event.type)) {
      section.entries.push({ event, head: startsTurn(last, event) });
      last = spoken.has(event.type) ? event : null;
    }
  }
  return sections.filter((section) => section.knot || section.entries.length > 0);
}

/** The section that holds what came after the event `seq`. */
export function sectionAfter(sections: readonly Section[], seq: number): Section | null {
  let found = sections[0] ?? null;
  for (const section of sections) if (section.key <= seq) found = section;
  return found;
}

/** Only the newest estimate is true; older ones are left out of the transcript. */
export function withoutOldEstimates(events: readonly LogEvent[]): LogEvent[] {
  const newest = [...events].reverse().find((event) => event.type === "wait.updated")?.seq;
  return events.filter((event) => event.type !== "wait.updated" || event.seq === newest);
}

/**
 * Which message shows which evidence: the message each `handoff.requested` names, or the last visitor message before
 * it. The open handoff's own data fills in what its event leaves out.
 */
export function evidenceBySeq(
  events: readonly LogEvent[],
  handoff: Handoff | null,
): Map<number, LogEvent> {
  const found = new Map<number, LogEvent>();
  let lastVisitor: number | null = null;
  for (const event of events) {
    if (event.type === "message" && event.author === "visitor") lastVisitor = event.seq;
    if (event.type !== "handoff.requested") continue;
    const full = handoff && handoff.id === event.handoff_id ? completed(event, handoff) : event;
    const seq = full.message_seq ?? lastVisitor;
    if (seq !== null && full.evidence?.length) found.set(seq, full);
  }
  return found;
}

function completed(event: LogEvent, handoff: Handoff): LogEvent {
  const own = Object.entries(event).filter(([, value]) => value !== null && value !== undefined);
  const { evidence, score, rule, reason, message_seq } = handoff;
  return { evidence, score, rule, reason, message_seq, ...Object.fromEntries(own) } as LogEvent;
}

function startsTurn(last: LogEvent | null, event: LogEvent): boolean {
  if (!last || last.type !== event.type || last.author !== event.author) return true;
  if (last.agent?.id !== event.agent?.id) return true;
  return Date.parse(event.at ?? "") - Date.parse(last.at ?? "") > pauseMs;
}
