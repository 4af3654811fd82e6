import type { Signal } from "@preact/signals";
import { Composer } from "./composer";
import { usePanel } from "./context";
import { Header, HeadLine } from "./header";
import { Log } from "./log";
import { Offer, TalkButton, useOffer } from "./offer";
import { StateSheet } from "./state-sheet";
import { ActionStrip, ConnectionStrip } from "./strips";

function ConsentCard({ onAgree }: { onAgree: () => void }) {
  const { words } = usePanel();
  return (
    <section class="offer">
      <p>{words("consent.ask")}</p>
      <button type="button" class="button primary big wide" onClick={onAgree}>
        {words("consent.agree")}
      </button>
    </section>
  );
}

function Foot() {
  const { chat, config, consent, words } = usePanel();
  const asks = config.consent === "required" && !consent.given.value;
  const events = chat.log.events.value;
  const voice = chat.voice.value;
  const offer = useOffer();
  if (asks && events.length === 0)
    return (
      <div class="foot">
        <ConsentCard onAgree={() => consent.give()} />
      </div>
    );
  const talk = (voice === "ai" || voice === "closed") && !offer;
  return (
    <div class="foot">
      {offer && <Offer offer={offer} />}
      {talk && <TalkButton />}
      <Composer />
      {config.consent === "notice" && !consent.given.value && events.length === 0 && (
        <p class="hint centred">{words("consent.notice")}</p>
      )}
    </div>
  );
}

/** The panel's inside: header, what the state says, the conversation, the composer. */
export function App({ online }: { online: Signal<boolean> }) {
  const { chat } = usePanel();
  const voice = chat.voice.value;
  return (
    <div class="app" data-voice={voice}>
      <Header voice={voice} />
      <HeadLine voice={voice} />
      <ConnectionStrip online={online} />
      <ActionStrip />
      <StateSheet voice={voice} />
      <Log />
      <Foot />
    </div>
  );
}
