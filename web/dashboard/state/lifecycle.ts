import { effect } from "@preact/signals";
import { connection, online } from "./connection";
import { loadFilter, reconnectInbox, startInbox, stopInbox } from "./inbox";
import { close, open, retryOpened } from "./opened";
import { sendNow } from "./outgoing";
import { route } from "./router";
import { phase, restore } from "./session";
import { detailsOpen, returnOpen } from "./view";

/** Ties the parts together: what runs while somebody is signed in, and what a returning network wakes. */
export function followSession(): void {
  effect(() => {
    if (phase.value === "in") startInbox();
    else stopInbox();
  });
  effect(() => {
    const { conversation, filter } = route.value;
    if (phase.value !== "in") return close();
    returnOpen.value = false;
    detailsOpen.value = false;
    if (conversation) open(conversation);
    else close();
    loadFilter(filter).catch(() => {});
  });
  effect(() => {
    if (connection.value.state === "live") sendNow();
  });
  effect(() => {
    if (online.value) wake();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) wake();
  });
  if (route.value.page !== "sign-in" || !location.hash) void restore();
}

/** Tries again at once, wherever something waits for the server. */
export function wake(): void {
  if (phase.peek() === "away") void restore();
  reconnectInbox();
  retryOpened();
  sendNow();
}
