import { signal } from "@preact/signals";
import type { InboxItem } from "../model/types";
import { visitorName } from "../model/visitor";
import { say, sayReason } from "../words/say";
import { playChime } from "./chime";
import { sound } from "./preferences";

/** The newest arrival in words, for a polite live region. */
export const announcement = signal("");

/** Somebody new waits: said to screen readers, and heard once a gesture allowed sound. */
export function announceWaiting(item: InboxItem): void {
  const name = visitorName(item, say("visitor.word"));
  announcement.value = say("inbox.arrived", { name, reason: sayReason(item.handoff?.reason) });
  if (sound.value === "on") playChime();
}
