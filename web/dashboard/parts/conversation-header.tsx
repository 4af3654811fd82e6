import { zoneCity } from "../../shared/formats";
import { Glyph } from "../../shared/glyph";
import { isUrgent } from "../model/inbox-order";
import { canTakeOver, isMine } from "../model/rights";
import { dayTime, knownZone, timeOfDay } from "../model/times";
import type { InboxItem } from "../model/types";
import { pagePath, visitorName } from "../model/visitor";
import { now } from "../state/now";
import { locale } from "../state/preferences";
import { narrow, wide } from "../state/screen";
import { agent } from "../state/session";
import { detailsOpen } from "../state/view";
import { say } from "../words/say";
import { sayAge } from "../words/say-time";
import { ConversationActions } from "./conversation-actions";
import { BackIcon, PersonIcon } from "./icons";
import { Link } from "./link";
import { ReturnButton, TakeOverButton } from "./owner-buttons";
import { UrgentChip } from "./urgent-chip";

/** Name, state word and line; the line is redrawn when the owner changes. */
export function ConversationHeader({ item }: { item: InboxItem }) {
  const name = visitorName(item, say("visitor.word"));
  const Heading = narrow.value ? "h1" : "h2";
  return (
    <>
      <header class="conversation-header" data-voice={item.state}>
        {narrow.value && (
          <Link
            to={{ page: "inbox", conversation: null }}
            class="icon-button large"
            aria-label={say("conversation.back")}
          >
            <BackIcon />
          </Link>
        )}
        <div class="grow">
          <Heading class="cut" dir="auto" title={name}>
            {name}
          </Heading>
          <p class="row">
            <span class="voice" role="status">
              <Glyph of={item.state} />
              {stateLine(item)}
            </span>
            {isUrgent(item) && <UrgentChip />}
            <Where item={item} />
          </p>
        </div>
        <div class="header-actions">
          {!wide.value && !narrow.value && <DetailsButton />}
          <ConversationActions item={item} />
          {canTakeOver(item, agent.value) && !narrow.value && <TakeOverButton item={item} />}
          {isMine(item, agent.value) && <ReturnButton />}
        </div>
      </header>
      <div class="line header-line" key={`${item.state}-${item.epoch}`} data-voice={item.state} />
    </>
  );
}

function Where({ item }: { item: InboxItem }) {
  const zone = knownZone(item.timezone);
  const page = pagePath(item.page?.url);
  const here = new Date(now.value).toISOString();
  return (
    <span class="where cut quiet">
      {page && <bdi dir="ltr">{page}</bdi>}
      {page && zone && " · "}
      {zone && <bdi>{`${zoneCity(zone)}, ${timeOfDay(here, locale.value, zone)}`}</bdi>}
    </span>
  );
}

function DetailsButton() {
  const label = say("visitor.details");
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={() => {
        detailsOpen.value = true;
      }}
    >
      <PersonIcon />
    </button>
  );
}

function stateLine(item: InboxItem): string {
  if (isMine(item, agent.value)) return say("state.mine");
  if (item.state === "human") return say("state.human", { name: item.owner?.name ?? "" });
  if (item.state === "waiting" && item.handoff)
    return say("state.waiting-for", { time: sayAge(item.handoff.requested_at, now.value) });
  if (item.state === "callback" && item.callback)
    return say("state.callback-due", { time: dayTime(item.callback.due_at, locale.value) });
  return say(`state.${item.state}`);
}
