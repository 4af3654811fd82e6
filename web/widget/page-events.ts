import type { ConversationEvent } from "../shared/types";
import type { PanelHost } from "./panel-api";

const names: Record<string, string> = {
  message: "message",
  "handoff.requested": "requested",
  "wait.updated": "queued",
  taken_over: "assigned",
  transferred: "assigned",
  returned_to_ai: "ended",
  closed: "ended",
};

/** Passes an event of the conversation on to the page, and a person's message to the nudge. */
export function announceEvent(host: PanelHost, event: ConversationEvent): void {
  const name = names[event.type];
  if (name) host.announce(name, { ...event });
  if (event.type === "message" && event.author === "agent" && event.text)
    host.nudge(`${event.agent?.name ?? ""}: ${event.text}`);
}
