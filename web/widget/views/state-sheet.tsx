import { useState } from "preact/hooks";
import type { State } from "../../shared/types";
import { askedFields } from "../config";
import { isReachable, missingFields } from "../model/contact-check";
import { ContactForm } from "./contact-form";
import { usePanel } from "./context";
import { useOffer } from "./offer";
import { PromiseCard } from "./promise-card";
import { WaitingCard } from "./waiting-card";

function CallbackSheet() {
  const { chat, config, words } = usePanel();
  const [form, setForm] = useState<"auto" | "open" | "put-off">("auto");
  const conversation = chat.log.conversation.value;
  const contact = conversation?.contact;
  const callback = conversation?.callback;
  const missing = missingFields(contact, askedFields(config));
  const needed = missing.length > 0 && form === "auto";
  if (needed || form === "open")
    return (
      <ContactForm
        key={form}
        changing={form === "open" && Boolean(contact)}
        onDone={() => setForm(needed ? "put-off" : "auto")}
      />
    );
  if (callback && (missing.length === 0 || isReachable(contact)))
    return <PromiseCard callback={callback} onChange={() => setForm("open")} />;
  return (
    <div class="strip" data-voice="callback">
      <button type="button" class="text-button" onClick={() => setForm("open")}>
        {words("form.open")}
      </button>
      <button type="button" class="text-button" onClick={() => void chat.cancelHandoff()}>
        {words("promise.takeBack")}
      </button>
    </div>
  );
}

/** What stands over the log while somebody is being fetched or a promise is open. */
export function StateSheet({ voice }: { voice: State }) {
  const offer = useOffer();
  if (voice === "waiting") return <WaitingCard />;
  if (voice !== "callback") return null;
  // "We are offline" and "we are back" do not stand in one window; what was typed stays, for "not now".
  return (
    <div class="whole" hidden={offer !== null}>
      <CallbackSheet />
    </div>
  );
}
