import { effect, signal } from "@preact/signals";
import {
  forgetAtServer,
  serverKey,
  subscribe,
  tellServer,
  workerFile,
} from "../model/push-subscription";
import { parseRoute } from "../model/route";
import type { OpenMessage } from "../service-worker/tabs";
import { api } from "./api";
import { pushOwner, rememberPushOwner } from "./push-owner";
import { go } from "./router";
import { agent, ended, phase } from "./session";

/**
 * Notifications on this computer.
 *
 * `unsupported`  this browser has none, or the page is not on https
 * `not-set-up`   the server has no key for them
 * `blocked`      the browser was told to refuse them; only the agent can change that, in the browser
 * `failed`       turning them on or off did not work; `pushFailure` says why
 */
export type PushState =
  | "unsupported"
  | "not-set-up"
  | "blocked"
  | "off"
  | "on"
  | "working"
  | "failed";

export const pushState = signal<PushState>("off");
export const pushFailure = signal("");

/** The server's key: `undefined` while it is not known, `null` when there is none. */
let key: string | null | undefined;
/** One change after the other: signing out while a subscription is made must not leave it behind. */
let last: Promise<void> = Promise.resolve();

/** Follows who is signed in: notifications are an agent's, the subscription is the browser's. */
export function followPush(): void {
  if (!isSupported()) {
    pushState.value = "unsupported";
    return;
  }
  let signedIn: string | undefined;
  effect(() => {
    const who = phase.value === "in" ? agent.value?.id : undefined;
    if (who === signedIn) return;
    signedIn = who;
    if (who) void restore(who);
    else if (!ended.peek()) void change(leave);
  });
  navigator.serviceWorker.addEventListener("message", openAsTold);
  void followPermission();
}

/** Asks whether the server has them, before the agent is offered any. */
export async function preparePush(): Promise<void> {
  await last;
  if (key || !isOff()) return;
  key = await serverKey(api).catch(() => undefined);
  if (isOff()) pushState.value = key === null ? "not-set-up" : "off";
}

/** REQUIRES: a click. Browsers ask the agent only then, and one that was asked too early says no for ever. */
export async function turnPushOn(): Promise<void> {
  const asked = Notification.requestPermission();
  await change(async () => {
    const permission = await asked;
    if (permission !== "granted") return permission === "denied" ? "blocked" : "off";
    const state = await connect();
    if (state === "on") rememberPushOwner(agent.peek()?.id ?? null);
    return state;
  });
}

export async function turnPushOff(): Promise<void> {
  await change(async () => {
    rememberPushOwner(null);
    const subscription = await currentSubscription();
    // Where the server cannot be told, it hears from the push service that this one is over.
    if (subscription) await forgetAtServer(api, subscription.endpoint).catch(() => {});
    await subscription?.unsubscribe();
    return "off";
  });
}

function isOff(): boolean {
  return pushState.peek() === "off" || pushState.peek() === "not-set-up";
}

// Endpoints change: the server is told at each start.
function restore(who: string): Promise<void> {
  return change(async () => {
    if (Notification.permission === "denied") return "blocked";
    if (pushOwner() !== who) return leave();
    return Notification.permission === "granted" ? connect() : "off";
  });
}

// Somebody else may sit here next: what is meant for one agent is not shown to another.
async function leave(): Promise<PushState> {
  await (await currentSubscription())?.unsubscribe();
  return "off";
}

async function connect(): Promise<PushState> {
  key ??= await serverKey(api);
  if (!key) return "not-set-up";
  await navigator.serviceWorker.register(workerFile);
  const { pushManager } = await navigator.serviceWorker.ready;
  await tellServer(api, await subscribe(pushManager, key));
  return "on";
}

async function currentSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

function change(work: () => Promise<PushState>): Promise<void> {
  pushState.value = "working";
  last = last.then(async () => {
    try {
      pushState.value = await work();
    } catch (error) {
      pushFailure.value = error instanceof Error ? error.message : String(error);
      pushState.value = "failed";
    }
  });
  return last;
}

/** The agent may allow or block them in the browser's own settings. */
async function followPermission(): Promise<void> {
  const status = await navigator.permissions?.query({ name: "notifications" }).catch(() => null);
  status?.addEventListener("change", () => {
    const who = agent.peek()?.id;
    if (who && pushState.peek() !== "working") void restore(who);
  });
}

function openAsTold(event: MessageEvent): void {
  const message = event.data as Partial<OpenMessage> | null;
  if (message?.type !== "handoff:open" || typeof message.path !== "string") return;
  const { page, conversation } = parseRoute(message.path, "");
  go({ page, conversation });
}

function isSupported(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}
