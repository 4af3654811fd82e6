import { effect, signal } from "@preact/signals";
import { ApiError } from "../../shared/api-error";
import type { Agent, Presence } from "../model/types";
import { api, refusedAsUnknown } from "./api";
import { forgetDrafts } from "./drafts";

/** `starting` until the server said who we are; `away` when it cannot be asked. */
export type SessionPhase = "starting" | "away" | "out" | "in";

export const phase = signal<SessionPhase>("starting");
export const agent = signal<Agent | null>(null);
export const presence = signal<Presence>("online");
/** True when a session ended while it was used, not by signing out. */
export const ended = signal(false);

interface Who {
  agent: Agent;
}

/** Asks who we are. The address stays as it is, so that signing in leads back to it. */
export async function restore(): Promise<void> {
  try {
    enter((await api.get<Who>("/v1/session")).agent);
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) phase.value = "out";
    else if (phase.value !== "in") phase.value = "away";
  }
}

export async function signIn(email: string, password: string): Promise<void> {
  enter((await api.post<Who>("/v1/session", { email, password })).agent);
}

/** Signs in with the token of a one-time link. */
export async function signInByLink(token: string): Promise<void> {
  enter((await api.post<Who>("/v1/session", { link: token })).agent);
}

export async function signOut(): Promise<void> {
  await api.delete("/v1/session").catch(() => {});
  forgetDrafts();
  leave(false);
}

/** Tells the team whether we take conversations; the old state comes back when the server refuses. */
export async function setPresence(status: Presence): Promise<void> {
  const before = presence.value;
  presence.value = status;
  try {
    await api.put("/v1/presence", { status });
  } catch (error) {
    presence.value = before;
    throw error;
  }
}

function enter(who: Agent): void {
  agent.value = who;
  presence.value = who.presence ?? "online";
  ended.value = false;
  phase.value = "in";
}

function leave(unexpected: boolean): void {
  ended.value = unexpected;
  phase.value = "out";
  agent.value = null;
}

effect(() => {
  if (refusedAsUnknown.value > 0 && phase.peek() === "in") leave(true);
});
