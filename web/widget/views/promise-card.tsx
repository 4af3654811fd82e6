import { dayAndTime, ownTimeZone, sameWallClock, zoneCity } from "../../shared/formats";
import { Glyph } from "../../shared/glyph";
import type { Callback } from "../../shared/types";
import { usePanel } from "./context";

function Zones({ due }: { due: Date }) {
  const { chat, config, words } = usePanel();
  const own = ownTimeZone();
  const ours = config.hours?.timezone ?? config.zone?.name ?? own;
  const contact = chat.log.conversation.value?.contact;
  const reach = contact?.email || contact?.phone;
  return (
    <dl class="zones number">
      <dt>{words("promise.yours", { city: zoneCity(own) })}</dt>
      <dd>{dayAndTime(due, words.locale, own)}</dd>
      {!sameWallClock(due, own, ours) && (
        <>
          <dt>{words("promise.ours", { city: zoneCity(ours) })}</dt>
          <dd>{dayAndTime(due, words.locale, ours)}</dd>
        </>
      )}
      {reach && (
        <>
          <dt>{words("promise.reach")}</dt>
          <dd>
            <bdi>{reach}</bdi>
          </dd>
        </>
      )}
    </dl>
  );
}

interface Props {
  callback: Callback;
  onChange: () => void;
}

/** The deadline in the visitor's own time and in the team's; a broken promise says so. */
export function PromiseCard({ callback, onChange }: Props) {
  const { chat, words, now } = usePanel();
  const due = new Date(callback.due_at);
  const when = dayAndTime(due, words.locale);
  const late = callback.state === "broken" || (callback.state === "open" && now.value > +due);
  return (
    <section class="sheet" data-voice="callback" aria-label={words("state.callback")}>
      {late ? (
        <p class="late" role="alert">
          {words("promise.late", { when })}
        </p>
      ) : (
        <div class="row top">
          <div class="grow">
            <p>{words("promise.by")}</p>
            <h3 class="deadline number" dir="auto">
              {when}
            </h3>
          </div>
          <span class="chip voiced on-sheet">
            <Glyph of="callback" />
            {words("promise.chip")}
          </span>
        </div>
      )}
      <Zones due={due} />
      <div class="actions">
        <button type="button" onClick={onChange}>
          {words("promise.change")}
        </button>
        <button type="button" onClick={() => void chat.cancelHandoff()}>
          {words("promise.takeBack")}
        </button>
      </div>
    </section>
  );
}
