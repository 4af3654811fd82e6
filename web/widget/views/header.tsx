import { initials } from "../../shared/formats";
import { Glyph } from "../../shared/glyph";
import { CloseIcon } from "../../shared/icon";
import type { State } from "../../shared/types";
import { askedFields } from "../config";
import { missingFields } from "../model/contact-check";
import { usePanel } from "./context";
import { useOffer } from "./offer";
import { placeText, waitText } from "./wait-words";

/** Portrait, state word and line change together, before the first word of the new speaker. */
export function Header({ voice }: { voice: State }) {
  const { chat, config, words, close } = usePanel();
  const conversation = chat.log.conversation.value;
  const name = voice === "human" ? (conversation?.owner?.name ?? "") : "";
  const offered = useOffer() !== null;
  const needsContact =
    voice === "callback" &&
    !offered &&
    missingFields(conversation?.contact, askedFields(config)).length > 0;
  const away = chat.availability()?.available === false;
  const word = needsContact
    ? words(away ? "state.offline" : "state.details")
    : words(`state.${voice}`, { name });
  const handoff = voice === "waiting" ? conversation?.handoff : null;
  const heard = [placeText(words, handoff?.position), waitText(words, handoff?.wait)];
  return (
    <div class="head">
      <span class="portrait large" aria-hidden="true">
        {name ? initials(name) : <Glyph of={voice} />}
      </span>
      <div class="grow">
        <h2 class="cut" title={config.site.name}>
          <bdi>{config.site.name}</bdi>
        </h2>
        <p class="voice" role="status">
          {name && <Glyph of="human" />}
          <span class="cut">{word}</span>
          {handoff && <span class="only-heard">. {heard.filter(Boolean).join(". ")}</span>}
        </p>
      </div>
      <button
        type="button"
        class="icon-button large"
        aria-label={words("close")}
        title={words("close")}
        onClick={close}
      >
        <CloseIcon />
      </button>
    </div>
  );
}

/** The line across the bottom edge of the header; a new owner draws it anew. */
export function HeadLine({ voice }: { voice: State }) {
  return <div class="line drawn" key={voice} />;
}
