import { computed, signal } from "@preact/signals";
import { ApiError } from "../../shared/api-error";
import { GrowingAnswer } from "../../shared/growing-answer";
import { LiveStream } from "../../shared/live-stream";
import { parseJson } from "../model/json";
import { appendEvents, applyEvent, emptyLog, type Log, newerOf } from "../model/log";
import { stateAfter } from "../model/transcript";
import type { AiDraft, Conversation, InboxItem, LogEvent, Summary } from "../model/types";
import { forgetAiDraft, keepAiDraft } from "./ai-draft";
import { api } from "./api";
import { items, upsert } from "./inbox";
import { markSeen } from "./seen";
import { heardTyping } from "./typing";

export interface Opened {
  id: string;
  conversation: Conversation | null;
  log: Log;
  /** Why nothing is shown: not there, or not reachable. */
  problem: "missing" | "failed" | null;
}

export const opened = signal<Opened | null>(null);
/** The AI's answer in the open conversation, while it grows. */
export const answer = new GrowingAnswer();

/** The open conversation as far as it is known: from the list at once, from its own stream later. */
export const openedItem = computed<InboxItem | null>(() => {
  const current = opened.value;
  if (!current) return null;
  const listed = items.value.get(current.id) ?? null;
  if (!current.conversation) return listed;
  if (!listed) return current.conversation;
  // The list leaves the summary out, so the older object fills in what the newer one does not say.
  return { ...current.conversation, ...listed, ...newerOf(current.conversation, listed) };
});

interface ConversationAnswer {
  conversation: Conversation;
  events: LogEvent[];
}

let stream: LiveStream | null = null;

/** Shows a conversation: its log first, then live. Opening the open one again changes nothing. */
export function open(id: string): void {
  if (opened.value?.id === id) return;
  close();
  opened.value = { id, conversation: null, log: emptyLog, problem: null };
  void load(id);
}

export function close(): void {
  stream?.stop();
  stream = null;
  answer.clear();
  opened.value = null;
}

/** Loads the open conversation anew, keeping what is shown until the answer is here. */
export async function load(id: string): Promise<void> {
  try {
    const loaded = await api.get<ConversationAnswer>(pathOf(id));
    if (opened.value?.id !== id) return;
    const log = appendEvents(emptyLog, loaded.events);
    opened.value = { id, conversation: loaded.conversation, log, problem: null };
    keepAiDraft(id, loaded.conversation.draft);
    markSeen(id, loaded.conversation.as_of_seq);
    upsert(loaded.conversation);
    follow(id, log.upTo);
  } catch (error) {
    if (opened.value?.id !== id) return;
    const gone = error instanceof ApiError && (error.status === 404 || error.status === 403);
    opened.value = { ...opened.value, problem: gone ? "missing" : "failed" };
  }
}

/** What the server answered to an action: newer than the list, older than the stream at most. */
export function learn(conversation: Conversation | undefined): void {
  if (!conversation?.id) return;
  upsert(conversation);
  keepAiDraft(conversation.id, conversation.draft);
  const current = opened.value;
  if (current?.id !== conversation.id) return;
  opened.value = { ...current, conversation: newerOf(current.conversation, conversation) };
}

/** A summary is as good as it is new, whatever has happened while it was written. */
export function learnSummary(id: string, summary: Summary | null | undefined): void {
  const listed = items.value.get(id);
  if (listed) items.value = new Map(items.value).set(id, { ...listed, summary });
  const current = opened.value;
  if (current?.id === id && current.conversation)
    opened.value = { ...current, conversation: { ...current.conversation, summary } };
}

/** Adds events of the open conversation, from the stream or from an answer. */
export function addEvents(id: string, events: readonly LogEvent[]): void {
  const current = opened.value;
  if (current?.id !== id) return;
  const log = appendEvents(current.log, events);
  if (log === current.log) return;
  const conversation = current.conversation && events.reduce(applyEvent, current.conversation);
  opened.value = { ...current, conversation, log };
  markSeen(id, log.upTo);
}

/** A new handoff has a new summary, which no event carries. */
async function refresh(id: string, after: number): Promise<void> {
  const fresh = await api.get<ConversationAnswer>(`${pathOf(id)}?after=${after}`).catch(() => null);
  if (fresh) learn(fresh.conversation);
}

export function retryOpened(): void {
  stream?.retryNow();
}

export function pathOf(id: string): string {
  return `/v1/conversations/${encodeURIComponent(id)}`;
}

function follow(id: string, after: number): void {
  stream?.stop();
  stream = new LiveStream({
    url: `${pathOf(id)}/events?after=${after}`,
    credentials: "same-origin",
    onEvent: (event) => received(id, event.type, parseJson(event.data)),
    onState: (state) => {
      if (state !== "live") answer.clear();
    },
    onRefused: () => void load(id),
  });
  stream.start();
}

function received(id: string, type: string, data: unknown): void {
  if (type === "reset") {
    answer.clear();
    return void load(id);
  }
  if (!data || typeof data !== "object") return;
  const event = data as LogEvent;
  if (Number.isSafeInteger(event.seq)) happened(id, event);
  else heard(id, type, data);
}

/** An event without a `seq`: nothing of it is stored. */
function heard(id: string, type: string, data: object): void {
  if (type === "typing") {
    const { author, name, active } = data as { author: string; active: boolean; name?: string };
    heardTyping(id, { author, name: name ?? null }, active);
  }
  const { conversation = null, log } = opened.value ?? {};
  if (type === "ai.partial") answer.hear(data, conversation, log?.events[log.events.length - 1]);
  if (type === "ai.withdrawn") answer.withdraw();
  if (type === "ai.draft") keepAiDraft(id, data as AiDraft);
  if (type === "summary") learnSummary(id, data as Summary);
}

function happened(id: string, event: LogEvent): void {
  addEvents(id, [event]);
  if (event.type === "handoff.requested") void refresh(id, event.seq);
  if (stateAfter(event.type)) {
    answer.withdraw();
    if (event.type !== "taken_over") forgetAiDraft(id);
  }
  if (event.type === "message" && event.author === "ai") answer.clear();
  if (event.author === "visitor" || event.author === "ai")
    heardTyping(id, { author: event.author, name: null }, false);
}
