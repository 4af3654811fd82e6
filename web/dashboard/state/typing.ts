import { signal } from "@preact/signals";
import { api } from "./api";

export interface Typist {
  author: string;
  name: string | null;
}

/** Who writes, by conversation. A typist who is not heard of again is forgotten after 6 s. */
export const typists = signal<ReadonlyMap<string, Typist>>(new Map());

const forgetMs = 6_000;
const tellMs = 3_000;
const timers = new Map<string, ReturnType<typeof setTimeout>>();
let toldAt = 0;

export function heardTyping(conversation: string, typist: Typist, active: boolean): void {
  clearTimeout(timers.get(conversation));
  timers.delete(conversation);
  const next = new Map(typists.value);
  if (active) next.set(conversation, typist);
  else next.delete(conversation);
  typists.value = next;
  if (active)
    timers.set(
      conversation,
      setTimeout(() => heardTyping(conversation, typist, false), forgetMs),
    );
}

/** Tells the visitor that we write, at most once in 3 s; `false` ends it at once. Nothing depends on it. */
export function tellTyping(conversation: string, active: boolean): void {
  const at = Date.now();
  if (active && at - toldAt < tellMs) return;
  toldAt = active ? at : 0;
  api
    .post(`/v1/conversations/${encodeURIComponent(conversation)}/typing`, { active })
    .catch(() => {});
}
