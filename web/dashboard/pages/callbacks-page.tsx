import { useState } from "preact/hooks";
import { ownTimeZone, zoneCity } from "../../shared/formats";
import { Glyph } from "../../shared/glyph";
import { bySoonest } from "../model/inbox-order";
import { dayTime, knownZone } from "../model/times";
import type { InboxItem } from "../model/types";
import { hasContact, visitorName } from "../model/visitor";
import { ContactLinks } from "../parts/contact-links";
import { Empty } from "../parts/empty";
import { Link } from "../parts/link";
import { Content, PageFrame } from "../parts/page-frame";
import { api } from "../state/api";
import { items, site } from "../state/inbox";
import { useLoaded } from "../state/load";
import { now } from "../state/now";
import { locale } from "../state/preferences";
import { say } from "../words/say";
import { isLate, sayDeadline } from "../words/say-time";

type Kind = "open" | "kept";

const kinds: readonly Kind[] = ["open", "kept"];

/** Every promise that is not kept yet, late ones first; and those that were. */
export function CallbacksPage() {
  const [kind, setKind] = useState<Kind>("open");
  const promised = [...items.value.values()].filter((item) => item.callback);
  const version = promised.reduce((sum, item) => sum + item.as_of_seq, promised.length);
  const loaded = useLoaded(`${kind} ${version}`, () => loadPromises(kind));
  return (
    <PageFrame title={say("callbacks.title")}>
      <fieldset class="filters page-filters" aria-label={say("inbox.filter")}>
        {kinds.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={kind === name}
            onClick={() => setKind(name)}
          >
            {say(`callbacks.filter.${name}`)}
          </button>
        ))}
      </fieldset>
      <Content of={loaded}>{(promises) => <List kind={kind} promises={promises} />}</Content>
    </PageFrame>
  );
}

/** A broken promise is still owed an answer, so it stands among the open ones. */
async function loadPromises(kind: Kind): Promise<InboxItem[]> {
  const states = kind === "open" ? ["open", "broken"] : ["kept"];
  const answers = await Promise.all(
    states.map((state) => api.get<{ items: InboxItem[] }>(`/v1/callbacks?state=${state}`)),
  );
  return answers.flatMap((answer) => answer.items).sort(bySoonest);
}

function List({ kind, promises }: { kind: Kind; promises: InboxItem[] }) {
  if (promises.length === 0)
    return (
      <Empty
        title={say(`callbacks.empty.${kind}`)}
        detail={say("callbacks.empty-detail")}
        voice="callback"
      />
    );
  return (
    <ul class="promises" aria-label={say("callbacks.list")}>
      {promises.map((item) => (
        <li key={item.id}>
          <PromiseCard item={item} />
        </li>
      ))}
    </ul>
  );
}

function PromiseCard({ item }: { item: InboxItem }) {
  const due = item.callback?.due_at;
  const kept = item.callback?.state === "kept";
  const late = !kept && (item.callback?.state === "broken" || isLate(due, now.value));
  const wants = item.summary?.wants || item.preview?.text;
  return (
    <article class="promise card" data-voice={kept ? "closed" : "callback"}>
      <div class="promise-main">
        <p class="row">
          <b class="cut" dir="auto">
            {visitorName(item, say("visitor.word"))}
          </b>
          <span class={late ? "chip late" : "chip voiced"}>
            <Glyph of="callback" />
            {late
              ? say("callbacks.state.broken")
              : say(`callbacks.state.${item.callback?.state ?? "open"}`)}
          </span>
        </p>
        {wants && (
          <p class="second" dir="auto">
            {wants}
          </p>
        )}
        {hasContact(item.contact) ? (
          <ContactLinks contact={item.contact} />
        ) : (
          <p class="quiet">{say("callbacks.no-contact")}</p>
        )}
      </div>
      <div class="promise-time">
        <p class={late ? "deadline late" : "deadline"}>
          <b class="number">{dayTime(due, locale.value, shopZone())}</b>
          {!kept && <span class="number">{sayDeadline(due, now.value)}</span>}
        </p>
        <Zones item={item} />
        <Link to={{ page: "inbox", conversation: item.id }} class="button">
          {say("callbacks.open")}
        </Link>
      </div>
    </article>
  );
}

function Zones({ item }: { item: InboxItem }) {
  const due = item.callback?.due_at;
  const theirs = knownZone(item.timezone);
  const shop = shopZone();
  return (
    <dl class="zones">
      {theirs && (
        <>
          <dt>{`${say("callbacks.their-time")}, ${zoneCity(theirs)}`}</dt>
          <dd class="number">{dayTime(due, locale.value, theirs)}</dd>
        </>
      )}
      <dt>{`${say("callbacks.shop-time")}, ${zoneCity(shop)}`}</dt>
      <dd class="number">{dayTime(due, locale.value, shop)}</dd>
    </dl>
  );
}

function shopZone(): string {
  return knownZone(site.value?.timezone) ?? ownTimeZone();
}
