import type { DetectionInput, HandoffDetection, HandoffState } from "handoff-core";
import type { Availability, ConversationEvent } from "../../shared/types";
import type { WidgetConfig } from "../config";

/** What the visitor is told before the server has answered; the server's events then confirm or correct it. */
export type Expectation = "waiting" | "callback";

/** The newest turns are enough to judge the newest message. */
const turnsLooked = 20;

function turns(events: readonly ConversationEvent[]): NonNullable<DetectionInput["messages"]> {
  const found: NonNullable<DetectionInput["messages"]> = [];
  for (const { type, author, text, confidence, at } of events) {
    if (type !== "message" || text === undefined) continue;
    if (author === "visitor" || author === "ai" || author === "agent")
      found.push({ author, text, confidence, at });
  }
  return found.slice(-turnsLooked);
}

/** Is the team there? Counted here from the hours when possible, else what the server said last. */
export function availabilityNow(
  core: HandoffState | null,
  config: WidgetConfig,
  now: Date,
): Availability | null {
  const said = config.availability ?? null;
  if (!core || !config.hours || !config.zone) return said;
  try {
    const counted = core.availability(config.hours, config.zone, now);
    // Who is online is only known to the server; its word holds while the hours have not changed since.
    const available = said && said.open === counted.open ? said.available : counted.open;
    return { ...counted, available };
  } catch {
    return said;
  }
}

/** Whether this message asks for a person, judged before any network call. */
export function asksForPerson(
  core: HandoffDetection | null,
  settings: object,
  events: readonly ConversationEvent[],
  text: string,
): boolean {
  if (!core) return false;
  try {
    const messages = [...turns(events), { author: "visitor" as const, text }];
    return core.detect({ messages }, settings).verdict === "handoff";
  } catch {
    return false;
  }
}
