import { type Signal, signal } from "@preact/signals";

export type DraftKind = "reply" | "note";

const drafts = new Map<string, Signal<string>>();

/**
 * The text somebody is writing in a conversation; `ai`: the AI's draft that they have dealt with. It outlives a change
 * of page and a reload of the tab.
 */
export function draft(conversation: string, kind: DraftKind | "ai"): Signal<string> {
  const key = `handoff:draft:${conversation}:${kind}`;
  const known = drafts.get(key);
  if (known) return known;
  const created = signal(stored(key));
  created.subscribe((text) => store(key, text));
  drafts.set(key, created);
  return created;
}

/** Moves what was written for the visitor into the note, where it harms nobody. True when there was something. */
export function keepReplyAsNote(conversation: string): boolean {
  const reply = draft(conversation, "reply");
  if (!reply.value.trim()) return false;
  const note = draft(conversation, "note");
  note.value = [note.value, reply.value].filter(Boolean).join("\n");
  reply.value = "";
  return true;
}

/** For signing out: the next agent at this browser must not find them. */
export function forgetDrafts(): void {
  for (const text of drafts.values()) text.value = "";
}

function stored(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function store(key: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // Refused or full: the draft is still in memory.
  }
}
