import { Glyph } from "../../shared/glyph";
import type { ConversationEvent } from "../../shared/types";
import { offerReason } from "../model/spans";
import { usePanel } from "./context";

/** One question over the composer, once for each reason. Typing goes on. */
export function Offer({ offer }: { offer: ConversationEvent }) {
  const { chat, words } = usePanel();
  const available = chat.availability()?.available ?? true;
  return (
    <section class="offer" aria-label={words("offer.question")}>
      <div class="row top">
        <span class="mark">
          <Glyph of="mark" />
        </span>
        <div class="grow">
          <p class="strong">{words("offer.question")}</p>
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
