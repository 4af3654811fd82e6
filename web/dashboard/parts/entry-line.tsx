import type { LogEvent } from "../model/types";
import { say } from "../words/say";
import { sayCause } from "../words/say-cause";

/** An event inside a section, as one quiet sentence. */
export function EntryLine({ event }: { event: LogEvent }) {
  const text = textOf(event);
  return text ? <p class="t13 second entry-line">{text}</p> : null;
}

function textOf(event: LogEvent): string {
  switch (event.type) {
    case "wait.updated":
      return waitText(event);
    case "contact.given":
      return say("line.contact", { contact: contactText(event) });
    case "rated":
      return [say("line.rated", { score: ratingOf(event) }), event.text].filter(Boolean).join(": ");
    case "handoff.offered":
      return [say("line.offered"), ...sayCause(event)].join(" · ");
    default:
      return "";
  }
}

function waitText(event: LogEvent): string {
  const place = event.position ? say("line.position", { count: event.position }) : "";
  if (!event.wait) return place;
  const from = Math.max(1, Math.round(event.wait.p50_seconds / 60));
  const to = Math.max(from + 1, Math.ceil(event.wait.p90_seconds / 60));
  return [place, say("line.told", { from, to })].filter(Boolean).join(" ");
}

function contactText(event: LogEvent): string {
  const { name, email, phone } = event.contact ?? {};
  return [name, email, phone].filter(Boolean).join(", ");
}

function ratingOf(event: LogEvent): number {
  return Math.round(event.score ?? 0);
}
