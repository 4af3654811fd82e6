import { Glyph } from "../../shared/glyph";
import type { ConversationEvent } from "../../shared/types";
import { offerReason, openOffer } from "../model/spans";
import { usePanel } from "./context";

/** The offer that stands: while the AI speaks, and under a promise once the team is back. */
export function useOffer(): ConversationEvent | null {
  const { chat } = usePanel();
  const voice = chat.voice.value;
  if (voice !== "ai" && voice !== "callback") return null;
  return openOffer(chat.log.events.value, chat.declined.value);
}

/** One question over the composer, once for each reason. Typing goes on. */
export function Offer({ offer }: { offer: ConversationEvent }) {
  const { chat, words } = usePanel();
  const teamIsBack = offer.rule === "team_back";
  const question = (teamIsBack && offer.text) || words("offer.question");
  const available = teamIsBack || (chat.availability()?.available ?? true);
  return (
    <section class="offer" aria-label={question}>
      <div class="row top">
        <span class="mark">
          <Glyph of="mark" />
        </span>
        <div class="grow">
          <p class="strong">{question}</p>
          <p class="t13 second">{words(available ? "offer.in" : "offer.out")}</p>
        </div>
      </div>
      <div class="row">
        <button
          type="button"
          class="button primary big grow"
          onClick={() => void chat.requestHuman()}
        >
          {words("talk")}
        </button>
        <button type="button" class="button big" onClick={() => chat.decline(offerReason(offer))}>
          {words("offer.no")}
        </button>
      </div>
    </section>
  );
}

/** The way to a person, always in the same place while the AI speaks. */
export function TalkButton() {
  const { chat, words } = usePanel();
  return (
    <button type="button" class="talk" onClick={() => void chat.requestHuman()}>
      <Glyph of="mark" />
      <u>{words("talk")}</u>
    </button>
  );
}
