import { signal } from "@preact/signals";
import { LiveStream } from "../../shared/live-stream";
import { parseJson } from "../model/json";
import { newerOf } from "../model/log";
import type { Filter } from "../model/route";
import type { InboxItem, Presence, Site, TeamMember } from "../model/types";
import { announceWaiting } from "./alerts";
import { api } from "./api";
import { connectionIs } from "./connection";
import { agent, presence, restore } from "./session";
import { heardTyping } from "./typing";

export const items = signal<ReadonlyMap<string, InboxItem>>(new Map());
export const team = signal<readonly TeamMember[]>([]);
export const site = signal<Site | null>(null);
export const loaded = signal(false);
export const failed = signal(false);
/** Where the next older page of each list begins; null at its end. */
export const cursors = signal<Partial<Record<"open" | "closed", string | null>>>({});

interface InboxAnswer {
  items: InboxItem[];
  next_cursor: string | null;
  agents?: TeamMember[];
  site?: Site;
}

let stream: LiveStream | null = null;

/** Follows the inbox until `stopInbox`. */
export function startInbox(): void {
  stopInbox();
  stream = new LiveStream({
    url: "/v1/inbox/events",
    credentials: "same-origin",
    onEvent: (event) => received(event.type, parseJson(event.data)),
    onState: connectionIs,
    onRefused: () => void restore(),
  });
  stream.start();
}

export function stopInbox(): void {
  stream?.stop();
  stream = null;
  items.value = new Map();
  loaded.value = false;
  cursors.value = {};
}

export function reconnectInbox(): void {
  stream?.retryNow();
}

/** Loads what a filter shows beyond the open conversations: the closed ones, which the stream does not list. */
export async function loadFilter(filter: Filter): Promise<void> {
  if (filter === "closed" && cursors.value.closed === undefined) await loadPage("closed", null);
}

export async function loadMore(list: "open" | "closed"): Promise<void> {
  const cursor = cursors.value[list];
  if (cursor) await loadPage(list, cursor);
}

/** Puts a newer state of a conversation into the list; an older one changes nothing. */
export function upsert(item: InboxItem, announce = false): void {
  const before = items.value.get(item.id) ?? null;
  const next = newerOf(before, item);
  if (next === before) return;
  items.value = new Map(items.value).set(item.id, { ...before, ...next });
  if (announce && item.state === "waiting" && before?.state !== "waiting") announceWaiting(item);
}

async function reload(): Promise<void> {
  try {
    const answer = await api.get<InboxAnswer>("/v1/inbox");
    const known = items.value;
    items.value = new Map(
      answer.items.map((item) => [item.id, newerOf(known.get(item.id) ?? null, item)]),
    );
    team.value = answer.agents ?? team.value;
    site.value = answer.site ?? site.value;
    takeOwnPresence();
    cursors.value = { open: answer.next_cursor };
    loaded.value = true;
    failed.value = false;
  } catch {
    failed.value = !loaded.value;
  }
}

async function loadPage(list: "open" | "closed", cursor: string | null): Promise<void> {
  const query = new URLSearchParams(list === "closed" ? { state: "closed" } : {});
  if (cursor) query.set("cursor", cursor);
  const answer = await api.get<InboxAnswer>(`/v1/inbox?${query}`);
  for (const item of answer.items) upsert(item);
  cursors.value = { ...cursors.value, [list]: answer.next_cursor };
}

function received(type: string, data: unknown): void {
  if (type === "reset") void reload();
  else if (!data || typeof data !== "object") return;
  else if (type === "conversation") upsert(data as InboxItem, loaded.value);
  else if (type === "presence") presenceOf(data as { agent_id: string; status: Presence });
  else if (type === "typing") {
    const typing = data as {
      conversation_id: string;
      author: string;
      active: boolean;
      name?: string;
    };
    heardTyping(
      typing.conversation_id,
      { author: typing.author, name: typing.name ?? null },
      typing.active,
    );
  }
}

function presenceOf(change: { agent_id: string; status: Presence }): void {
  team.value = team.value.map((member) =>
    member.id === change.agent_id ? { ...member, status: change.status } : member,
  );
  takeOwnPresence();
}

function takeOwnPresence(): void {
  const own = team.value.find((member) => member.id === agent.value?.id);
  if (own) presence.value = own.status;
}
