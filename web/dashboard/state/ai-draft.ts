import { signal } from "@preact/signals";
import type { AiDraft } from "../model/types";
import { draft } from "./drafts";

/** What the AI was about to say when a person took over, by conversation. */
const kept = signal<ReadonlyMap<string, AiDraft>>(new Map());

/** The draft that the agent has neither used nor discarded. */
export function aiDraft(conversation: string): AiDraft | null {
  const found = kept.value.get(conversation);
  return found && found.text !== dealtWith(conversation).value ? found : null;
}

/** A conversation without one says nothing: its answer may be older than the draft. */
export function keepAiDraft(conversation: string, found: AiDraft | null | undefined): void {
  if (typeof found?.text !== "string" || found.text.trim() === "") return;
  kept.value = new Map(kept.value).set(conversation, found);
}

/** The conversation has moved on. */
export function forgetAiDraft(conversation: string): void {
  const next = new Map(kept.value);
  if (next.delete(conversation)) kept.value = next;
}

/** Puts it where the agent writes, behind what stands there. */
export function useAiDraft(conversation: string): void {
  const found = aiDraft(conversation);
  if (!found) return;
  const reply = draft(conversation, "reply");
  reply.value = [reply.value, found.text].filter(Boolean).join("\n");
  discardAiDraft(conversation);
}

export function discardAiDraft(conversation: string): void {
  dealtWith(conversation).value = kept.value.get(conversation)?.text ?? "";
}

// Kept like the agent's own drafts, so that a reload does not bring it back and signing out forgets it.
function dealtWith(conversation: string) {
  return draft(conversation, "ai");
}
