import { signal } from "@preact/signals";
import { ApiError } from "../../shared/api-error";
import type { Conversation, Outcome, Person } from "../model/types";
import { api } from "./api";
import { keepReplyAsNote } from "./drafts";
import { learn, learnSummary, load, pathOf } from "./opened";

export type ActionName = "takeover" | "return" | "close" | "transfer" | "outcome";

/** The action under way, or null. One at a time: a second press changes nothing. */
export const busy = signal<ActionName | null>(null);

/** Somebody else was faster. */
export interface Conflict {
  conversation: string;
  owner: Person;
  /** When we pressed the button, for "2 seconds before you". */
  pressedAt: number;
  draftKept: boolean;
}

export const conflict = signal<Conflict | null>(null);
/** What went wrong with the last action, in the server's words. */
export const failure = signal<string | null>(null);

interface Answer {
  conversation?: Conversation;
}

/** Takes the conversation. Resolves to true when it is ours. */
export async function takeOver(id: string): Promise<boolean> {
  const pressedAt = Date.now();
  return act(
    "takeover",
    id,
    () => api.post<Answer>(`${pathOf(id)}/takeover`),
    (owner) => {
      conflict.value = { conversation: id, owner, pressedAt, draftKept: keepReplyAsNote(id) };
    },
  );
}

export function returnToAi(id: string, note: string): Promise<boolean> {
  const body = note.trim() ? { note: note.trim() } : {};
  return act("return", id, () => api.post<Answer>(`${pathOf(id)}/return`, body));
}

export function closeConversation(id: string): Promise<boolean> {
  return act("close", id, () => api.post<Answer>(`${pathOf(id)}/close`, {}));
}

export function transfer(id: string, agentId: string): Promise<boolean> {
  return act("transfer", id, () =>
    api.post<Answer>(`${pathOf(id)}/transfer`, { agent_id: agentId }),
  );
}

export function judge(conversation: string, handoff: string, outcome: Outcome): Promise<boolean> {
  const path = `/v1/handoffs/${encodeURIComponent(handoff)}/outcome`;
  return act("outcome", conversation, () => api.put<Answer>(path, { outcome }));
}

/** A model reads and writes in its own time. */
const summarySeconds = 90;

/** Has the summary written anew. Resolves to null, or to what went wrong. */
export async function writeSummary(id: string): Promise<string | null> {
  try {
    const path = `${pathOf(id)}/summary`;
    const { conversation } = await api.post<Answer>(path, undefined, summarySeconds);
    learn(conversation);
    learnSummary(id, conversation?.summary);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function act(
  name: ActionName,
  id: string,
  call: () => Promise<Answer | undefined>,
  lost?: (owner: Person) => void,
): Promise<boolean> {
  if (busy.value) return false;
  busy.value = name;
  failure.value = null;
  if (name === "takeover") conflict.value = null;
  try {
    learn((await call())?.conversation);
    return true;
  } catch (error) {
    refused(id, error, lost);
    return false;
  } finally {
    busy.value = null;
  }
}

function refused(id: string, error: unknown, lost?: (owner: Person) => void): void {
  const problem = error instanceof ApiError ? error.problem : null;
  if (problem?.status === 409) void load(id);
  if (problem?.status === 409 && problem.owner && lost) lost(problem.owner);
  else failure.value = error instanceof Error ? error.message : String(error);
}
