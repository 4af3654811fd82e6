import { ownTimeZone, sameWallClock, zoneCity } from "../../shared/formats";
import { Glyph } from "../../shared/glyph";
import { isUrgent } from "../model/inbox-order";
import {
  decisiveDue,
  isOverdue,
  type Promised,
  type PromisedCallback,
  type PromiseList,
} from "../model/promise";
import { dayTime, knownZone, minutesSince } from "../model/times";
import { visitorName } from "../model/visitor";
import { site } from "../state/inbox";
import { now } from "../state/now";
import { locale } from "../state/preferences";
import { say } from "../words/say";
import { sayDeadline, sayDuration } from "../words/say-time";
import { ContactLinks } from "./contact-links";
import { Link } from "./link";
import { ReasonChip } from "./reason-chip";
import { UrgentChip } from "./urgent-chip";

interface Props {
  item: Promised;
  list: PromiseList;
}

/** One promised answer: to whom, why, by when, and what became of it. */
export function PromiseCard({ item, list }: Props) {
  const { callback } = item;
  const late = list === "open" && callback !== null && isOverdue(callback, now.value);
  return (
    <article
      class={late ? "promise card late" : "promise card"}
      data-voice={list === "open" ? "callback" : "closed"}
    >
      <About item={item} state={late ? "late" : list} />
      <div class="promise-time">
        {callback && (
          <>
            {list === "open" ? <Owed callback={callback} late={late} /> : <Settled of={callback} />}
            {list === "open" && <Zones due={callback.due_at} theirs={knownZone(item.timezone)} />}
          </>
        )}
        <Link to={{ page: "inbox", conversation: item.id }} class="button">
          {say("callbacks.open")}
        </Link>
      </div>
    </article>
  );
}

function About({ item, state }: { item: Promised; state: PromiseList | "late" }) {
  const { summary, preview, handoff, contact } = item;
  const wants = summary?.wants || preview?.text;
  const bad = state === "late" || state === "broken";
  return (
    <div class="promise-main">
      <p class="row promise-head">
        <b dir="auto">{visitorName(item, say("visitor.word"))}</b>
        <span class={bad ? "chip late" : "chip voiced"}>
          <Glyph of="callback" />
          {say(`callbacks.state.${state}`)}
        </span>
      </p>
      {handoff && (
        <p class="row promise-head">
          <ReasonChip reason={handoff.reason} />
          {isUrgent(item) && <UrgentChip />}
        </p>
      )}
      {wants && (
        <p class="second" dir="auto">
          {wants}
        </p>
      )}
      {contact?.email || contact?.phone ? (
        <ContactLinks contact={{ email: contact.email, phone: contact.phone }} />
      ) : (
        <p class="quiet">{say("callbacks.no-contact")}</p>
      )}
    </div>
  );
}

/** How long is left; when it is late, since when, and what was promised instead. */
function Owed({ callback, late }: { callback: PromisedCallback; late: boolean }) {
  const first = decisiveDue(callback);
  return (
    <>
      <Deadline due={first} late={late}>
        {sayDeadline(first, now.value)}
      </Deadline>
      {callback.due_at !== first && (
        <p class="number">{say("callbacks.again", { time: dayTimeHere(callback.due_at) })}</p>
      )}
    </>
  );
}

/** When it was answered, and how far from the deadline that was. */
function Settled({ of: callback }: { of: PromisedCallback }) {
  const due = decisiveDue(callback);
  const { answered_at } = callback;
  if (!answered_at) return <Deadline due={due} late={false} />;
  const minutes = minutesSince(due, Date.parse(answered_at));
  const time = sayDuration(Math.abs(minutes));
  return (
    <>
      <Deadline due={due} late={false}>
        {say(minutes > 0 ? "callbacks.after" : "callbacks.before", { time })}
      </Deadline>
      <p class="number">{say("callbacks.answered", { time: dayTimeHere(answered_at) })}</p>
    </>
  );
}

function Deadline(props: { due: string; late: boolean; children?: string }) {
  return (
    <div class={props.late ? "deadline late" : "deadline"}>
      <span class="label">{say("callbacks.due")}</span>
      <b class="number">{dayTimeHere(props.due)}</b>
      {props.children && <span class="number">{props.children}</span>}
    </div>
  );
}

function Zones({ due, theirs }: { due: string; theirs: string | undefined }) {
  const shop = shopZone();
  if (!theirs || sameWallClock(new Date(due), theirs, shop)) return null;
  return (
    <dl class="zones">
      <dt>{`${say("callbacks.their-time")}, ${zoneCity(theirs)}`}</dt>
      <dd class="number">{dayTime(due, locale.value, theirs)}</dd>
      <dt>{`${say("callbacks.shop-time")}, ${zoneCity(shop)}`}</dt>
      <dd class="number">{dayTimeHere(due)}</dd>
    </dl>
  );
}

function dayTimeHere(at: string): string {
  return dayTime(at, locale.value, shopZone());
}

function shopZone(): string {
  return knownZone(site.value?.timezone) ?? ownTimeZone();
}
