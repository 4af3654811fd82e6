import { minutesSince, timeOfDay, timeOrDay } from "../model/times";
import type { Knot } from "../model/transcript";
import type { LogEvent } from "../model/types";
import { now } from "../state/now";
import { opened } from "../state/opened";
import { locale } from "../state/preferences";
import { agent } from "../state/session";
import { en } from "../words/en";
import { say, sayReason } from "../words/say";
import { sayCause } from "../words/say-cause";
import { sayDuration } from "../words/say-time";
import type { WordKey } from "../words/words";

/** The ring where the line changes: what happened, when, and for a handoff by which rule. */
export function KnotView({ knot }: { knot: Knot }) {
  const { event, voice } = knot;
  return (
    <div class="knot" data-voice={voice}>
      <i />
      <p>
        {titleOf(event)}{" "}
        <small class="number">
          <time dateTime={event.at}>{timeOfDay(event.at, locale.value)}</time>
          {detailsOf(event).map((detail) => `\u00a0· ${detail}`)}
        </small>
      </p>
    </div>
  );
}

function titleOf(event: LogEvent): string {
  if (event.type === "handoff.requested")
    return say("knot.handoff.requested", { reason: inSentence(sayReason(event.reason)) });
  if (event.type === "callback.promised")
    return say("knot.callback.promised", {
      time: timeOrDay(event.due_at, now.value, locale.value),
    });
  const mine = event.agent?.id !== undefined && event.agent.id === agent.value?.id;
  const key =
    mine && `knot.${event.type}.mine` in en ? `knot.${event.type}.mine` : `knot.${event.type}`;
  return say(key as WordKey, { name: event.agent?.name ?? "" });
}

function detailsOf(event: LogEvent): string[] {
  return event.type === "taken_over" ? waitedFor(event) : sayCause(event);
}

function waitedFor(taken: LogEvent): string[] {
  const before = (opened.value?.log.events ?? []).filter((event) => event.seq < taken.seq);
  const asked = [...before].reverse().find((event) => event.type === "handoff.requested");
  if (!asked?.at || !taken.at) return [];
  const minutes = minutesSince(asked.at, Date.parse(taken.at));
  return minutes > 0 ? [say("line.waited", { time: sayDuration(minutes) })] : [];
}

// "Asked for a person" goes on in lower case after a colon; "AI was unsure" does not.
function inSentence(words: string): string {
  const [first = "", second = ""] = words;
  return second === second.toLocaleLowerCase() ? first.toLocaleLowerCase() + words.slice(1) : words;
}
