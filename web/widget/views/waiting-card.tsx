import { useRef } from "preact/hooks";
import type { WaitRange } from "../../shared/types";
import { minutesBetween, percent, type RangePicture, rangePicture } from "../model/wait-range";
import { usePanel } from "./context";
import { placeText, waitText } from "./wait-words";

function Range({ picture, text }: { picture: RangePicture; text: string }) {
  const { words } = usePanel();
  const at = (minutes: number) => `${percent(minutes, picture)}%`;
  const own = Math.max(percent(picture.waited, picture), 2);
  return (
    <div class="range number" role="img" aria-label={text}>
      <i class="axis" />
      <i
        class="band"
        style={{
          insetInlineStart: at(picture.low),
          inlineSize: `${Math.max(percent(picture.high - picture.low, picture), 4)}%`,
        }}
      />
      <i class="now" style={{ insetInlineStart: `${own}%` }} />
      {picture.waited < picture.low && (
        <b style={{ insetInlineStart: `${Math.max(own - 2, 0)}%` }}>{words("wait.you")}</b>
      )}
      <b style={{ insetInlineStart: at(picture.low) }}>{picture.low}</b>
      {picture.high > picture.low && (
        <b style={{ insetInlineStart: at(picture.high) }}>{picture.high}</b>
      )}
      <b class="end">{words("wait.minutes", { count: picture.end })}</b>
    </div>
  );
}

/** A longer wait than was said first is never drawn silently. */
function Estimate({ wait, waited }: { wait: WaitRange; waited: number }) {
  const { words } = usePanel();
  const picture = rangePicture(wait, waited);
  const said = useRef(picture.high);
  const range = waitText(words, wait);
  const longer = picture.high > said.current;
  return (
    <>
      <Range picture={picture} text={range} />
      {longer && !picture.late && <p>{words("wait.longer", { range })}</p>}
      {picture.late && <p>{words("wait.long")}</p>}
    </>
  );
}

/** The place in the line, an honest range, and two ways out. */
export function WaitingCard() {
  const { chat, words, now } = usePanel();
  const handoff = chat.log.conversation.value?.handoff;
  const place = placeText(words, handoff?.position);
  const waited = handoff ? minutesBetween(handoff.requested_at, now.value) : 0;
  const wait = handoff?.wait;
  return (
    <section class="sheet" data-voice="waiting" aria-label={words("state.waiting")}>
      <div class="row top">
        <div class="grow">
          {wait ? (
            <>
              <p>{words("wait.about")}</p>
              <h3 class="number" dir="auto">
                {waitText(words, wait)}
              </h3>
            </>
          ) : (
            <h3>{words("wait.fetching")}</h3>
          )}
        </div>
        {place && <span class="chip voiced on-sheet number">{place}</span>}
      </div>
      {wait && <Estimate wait={wait} waited={waited} />}
      <p>
        {waited > 0 && `${words("wait.waited", { count: waited })} `}
        {words("wait.meanwhile")}
      </p>
      <div class="actions">
        <button type="button" onClick={() => void chat.askForCallback()}>
          {words("wait.callback")}
        </button>
        <button type="button" onClick={() => void chat.cancelHandoff()}>
          {words("wait.cancel")}
        </button>
      </div>
    </section>
  );
}
