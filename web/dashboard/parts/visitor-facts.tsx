import type { ComponentChildren } from "preact";
import { initials, zoneCity } from "../../shared/formats";
import { CheckIcon } from "../../shared/icon";
import { canJudge } from "../model/rights";
import { dayTime, knownZone, timeOfDay } from "../model/times";
import type { InboxItem } from "../model/types";
import { hasContact, pagePath, safeLink, visitorName } from "../model/visitor";
import { now } from "../state/now";
import { locale } from "../state/preferences";
import { say } from "../words/say";
import { ContactLinks } from "./contact-links";
import { OutcomeControl } from "./outcome-control";
import { VisitorMail } from "./visitor-mail";

/** Who this is: verified or not first, then now, from the site, and whether the handoff was right. */
export function VisitorFacts({ item }: { item: InboxItem }) {
  const name = visitorName(item, say("visitor.word"));
  return (
    <>
      <div class="visitor-head">
        <span class="portrait large" aria-hidden="true">
          {initials(name)}
        </span>
        <div class="grow">
          <p class="strong cut" dir="auto" title={name}>
            {name}
          </p>
          <p class={item.verified ? "verified" : "quiet t12"}>
            {item.verified && <CheckIcon />}
            {say(item.verified ? "visitor.verified" : "visitor.unverified")}
          </p>
        </div>
      </div>
      <Facts title={say("visitor.contact")}>
        {hasContact(item.contact) ? (
          <ContactLinks contact={item.contact} />
        ) : (
          <p class="quiet">{say("visitor.none")}</p>
        )}
        <VisitorMail key={item.id} item={item} />
      </Facts>
      <Facts title={say("visitor.now")}>
        <Now item={item} />
      </Facts>
      <FromSite item={item} />
      {canJudge(item) && <OutcomeControl item={item} />}
    </>
  );
}

function Facts({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="facts">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Now({ item }: { item: InboxItem }) {
  const zone = knownZone(item.timezone);
  const here = new Date(now.value).toISOString();
  return (
    <dl class="pairs">
      <PageRow item={item} />
      {zone && (
        <Pair name={say("visitor.their-time")}>
          {timeOfDay(here, locale.value, zone)}, {zoneCity(zone)}
        </Pair>
      )}
      {item.locale && <Pair name={say("visitor.language")}>{languageName(item.locale)}</Pair>}
      <Pair name={say("visitor.since")}>{dayTime(item.created_at, locale.value)}</Pair>
    </dl>
  );
}

function PageRow({ item }: { item: InboxItem }) {
  const path = pagePath(item.page?.url);
  const link = safeLink(item.page?.url);
  if (!path) return null;
  return (
    <Pair name={say("visitor.page")}>
      {link ? (
        <a href={link} target="_blank" rel="noopener noreferrer" title={item.page?.title}>
          <bdi dir="ltr">{path}</bdi>
        </a>
      ) : (
        <bdi dir="ltr">{path}</bdi>
      )}
    </Pair>
  );
}

function FromSite({ item }: { item: InboxItem }) {
  const attributes = Object.entries(item.attributes ?? {});
  if (attributes.length === 0) return null;
  return (
    <Facts title={say("visitor.from-site")}>
      <dl class="pairs">
        {attributes.map(([name, value]) => (
          <Pair key={name} name={name}>
            <span dir="auto">
              {typeof value === "boolean" ? say(value ? "settings.yes" : "settings.no") : value}
            </span>
          </Pair>
        ))}
      </dl>
    </Facts>
  );
}

function Pair({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd class="number">{children}</dd>
    </>
  );
}

function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(locale.value, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
