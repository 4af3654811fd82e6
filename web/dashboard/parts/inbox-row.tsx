import { Glyph } from "../../shared/glyph";
import { groupOf, isUrgent } from "../model/inbox-order";
import { minutesSince, shortTime, timeOrDay } from "../model/times";
import type { InboxItem } from "../model/types";
import { firstName, pagePath, visitorName } from "../model/visitor";
import { now } from "../state/now";
import { locale } from "../state/preferences";
import { route } from "../state/router";
import { isUnread } from "../state/seen";
import { agent } from "../state/session";
import { typists } from "../state/typing";
import { say, sayReason } from "../words/say";
import { isLate, sayAge, sayDeadline } from "../words/say-time";
import { Link } from "./link";
import { UrgentChip } from "./urgent-chip";

/** One conversation in the list: who, since when, the last words, who holds it and why. */
export function InboxRow({ item }: { item: InboxItem }) {
  const current = route.value.conversation === item.id;
  const name = visitorName(item, say("visitor.word"));
  const unread = !current && isUnread(item, agent.value?.id);
  return (
    <Link
      to={{ page: "inbox", conversation: item.id }}
      class="inbox-row"
      data-voice={item.state}
      aria-current={current ? "true" : undefined}
    >
      <span class="bar" aria-hidden="true" />
      <span class="row-first">
        <b class={unread ? "cut unread" : "cut"} dir="auto" title={name}>
          {name}
        </b>
        {unread && <i class="unread-dot" role="img" aria-label={say("inbox.unread")} />}
        <RowTime item={item} />
      </span>
      <span class="row-preview cut" dir="auto">
        {previewOf(item)}
      </span>
      <span class="row-state">
        <StateWords item={item} />
        {isUrgent(item) && <UrgentChip />}
        {item.state === "waiting" && (
          <bdi class="quiet cut page" dir="ltr">
            {pagePath(item.page?.url)}
          </bdi>
        )}
      </span>
    </Link>
  );
}

function RowTime({ item }: { item: InboxItem }) {
  if (item.state === "callback" && item.callback) {
    const late = isLate(item.callback.due_at, now.value);
    const text = sayDeadline(item.callback.due_at, now.value);
    return <span class={late ? "row-time number late" : "row-time number"}>{text}</span>;
  }
  if (item.state === "waiting") {
    const since = item.handoff?.requested_at ?? item.updated_at;
    const past = minutesSince(since, now.value) * 60 >= (item.handoff?.wait?.p50_seconds ?? 180);
    return (
      <span class={past ? "row-time number soon" : "row-time number"}>
        {sayAge(since, now.value)}
      </span>
    );
  }
  const at = item.preview?.at ?? item.updated_at;
  return <time class="row-time number">{shortTime(at, now.value, locale.value)}</time>;
}

function StateWords({ item }: { item: InboxItem }) {
  const reason = item.handoff && item.state !== "ai" ? sayReason(item.handoff.reason) : "";
  return (
    <span class="voice row-voice">
      <Glyph of={item.state} />
      {item.state === "waiting" ? (
        <span class="cut">
          <span class="only-heard">{say("state.waiting")}, </span>
          {reason}
        </span>
      ) : (
        <>
          <span class="state-word">{stateWord(item)}</span>
          {reason && <span class="quiet cut plain">{reason}</span>}
        </>
      )}
    </span>
  );
}

function stateWord(item: InboxItem): string {
  const group = groupOf(item, agent.value?.id ?? "");
  if (group === "mine") return say("state.mine");
  if (group === "team") return say("state.human", { name: item.owner?.name ?? "" });
  if (group !== "callback" || !item.callback) return say(`state.${group}`);
  const { due_at } = item.callback;
  const time = timeOrDay(due_at, now.value, locale.value);
  return say(isLate(due_at, now.value) ? "time.was-due" : "time.due", { time });
}

function previewOf(item: InboxItem): string {
  if (typists.value.get(item.id)?.author === "visitor")
    return say("conversation.typing", { name: firstName(item, say("visitor.word")) });
  const { preview } = item;
  if (!preview) return "\u00a0";
  if (preview.author === "ai")
    return say("inbox.agent-said", { name: say("who.ai"), text: preview.text });
  if (preview.author !== "agent") return preview.text;
  if (groupOf(item, agent.value?.id ?? "") === "mine")
    return say("inbox.you-said", { text: preview.text });
  return item.owner
    ? say("inbox.agent-said", { name: item.owner.name, text: preview.text })
    : preview.text;
}
