import { initials } from "../../shared/formats";
import { nextInLine } from "../model/inbox-order";
import type { InboxItem, LogEvent } from "../model/types";
import { visitorName } from "../model/visitor";
import { type Conflict, conflict } from "../state/actions";
import { items } from "../state/inbox";
import { now } from "../state/now";
import { opened } from "../state/opened";
import { takeAndWrite } from "../state/take-and-write";
import { say } from "../words/say";
import { sayAge } from "../words/say-time";

/** A colleague was faster: who, by how much, what became of the draft, and who is next. */
export function ConflictBanner({ item }: { item: InboxItem }) {
  const lost = conflict.value;
  if (!lost || lost.conversation !== item.id) return null;
  const next = nextInLine(items.value.values(), item.id);
  return (
    <div class="conflict" role="alert">
      <span class="portrait" data-voice="human" aria-hidden="true">
        {initials(lost.owner.name)}
      </span>
      <div class="grow">
        <p class="strong">{takenText(lost, opened.value?.log.events ?? [])}</p>
        <p class="t13 second">
          {lost.draftKept && `${say("conflict.draft")} `}
          {next ? nextText(next) : say("conflict.nobody")}
        </p>
      </div>
      {next && (
        <button type="button" class="button primary" onClick={() => void takeAndWrite(next.id)}>
          {say("conflict.take", { name: visitorName(next, say("visitor.word")) })}
        </button>
      )}
    </div>
  );
}

function takenText(lost: Conflict, events: readonly LogEvent[]): string {
  const { name } = lost.owner;
  const taken = [...events].reverse().find((event) => event.type === "taken_over");
  const seconds = Math.round((lost.pressedAt - Date.parse(taken?.at ?? "")) / 1000);
  if (taken?.agent?.id !== lost.owner.id || !(seconds > 0 && seconds < 60))
    return say("conflict.taken", { name });
  return say("conflict.taken-before", { name, count: seconds });
}

function nextText(next: InboxItem): string {
  const name = visitorName(next, say("visitor.word"));
  return say("conflict.next", { name, time: sayAge(next.handoff?.requested_at, now.value) });
}
