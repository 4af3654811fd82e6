import { signal } from "@preact/signals";
import { ApiError } from "../../shared/api-error";
import { Backoff } from "../../shared/backoff";
import { systemClock } from "../../shared/clock";
import { uuid } from "../../shared/uuid";
import type { LogEvent } from "../model/types";
import { api } from "./api";
import type { DraftKind } from "./drafts";
import { addEvents, pathOf } from "./opened";

/** A message or note on its way. It keeps its `clientId` over every try, so the server stores it once. */
export interface Outgoing {
  clientId: string;
  conversation: string;
  kind: DraftKind;
  text: string;
  /** Why it was refused; null while it is on its way or waits for the network. */
  refusal: string | null;
}

export const outgoing = signal<readonly Outgoing[]>([]);

const backoff = new Backoff(systemClock);
let running = false;
let wake: (() => void) | null = null;

export function send(conversation: string, kind: DraftKind, text: string): void {
  const item = { clientId: uuid(), conversation, kind, text, refusal: null };
  outgoing.value = [...outgoing.value, item];
  void run();
}

export function sendAgain(clientId: string): void {
  replace(clientId, (item) => ({ ...item, refusal: null }));
  sendNow();
}

export function discard(clientId: string): void {
  outgoing.value = outgoing.value.filter((item) => item.clientId !== clientId);
}

/** Tries at once what waits for the network. */
export function sendNow(): void {
  backoff.reset();
  wake?.();
  void run();
}

// One at a time and in order: what was written first arrives first.
async function run(): Promise<void> {
  if (running) return;
  running = true;
  for (let item = next(); item; item = next()) await attempt(item);
  running = false;
}

function next(): Outgoing | undefined {
  return outgoing.value.find((item) => item.refusal === null);
}

async function attempt(item: Outgoing): Promise<void> {
  try {
    const path = `${pathOf(item.conversation)}/${item.kind === "note" ? "notes" : "messages"}`;
    const answer = await api.post<{ event?: LogEvent }>(path, {
      client_id: item.clientId,
      text: item.text,
    });
    if (answer.event) addEvents(item.conversation, [answer.event]);
    discard(item.clientId);
    backoff.reset();
  } catch (error) {
    if (error instanceof ApiError && error.passing) return pause();
    const refusal = error instanceof Error ? error.message : String(error);
    replace(item.clientId, (failed) => ({ ...failed, refusal }));
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    const cancel = systemClock.after(backoff.next(), resolve);
    wake = () => {
      cancel();
      resolve();
    };
  });
}

function replace(clientId: string, change: (item: Outgoing) => Outgoing): void {
  outgoing.value = outgoing.value.map((item) => (item.clientId === clientId ? change(item) : item));
}
