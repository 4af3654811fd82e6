import { useState } from "preact/hooks";
import type { State } from "../../shared/types";
import { ContactForm } from "./contact-form";
import { usePanel } from "./context";
import { PromiseCard } from "./promise-card";
import { WaitingCard } from "./waiting-card";

function CallbackSheet() {
  const { chat, words } = usePanel();
  const [form, setForm] = useState<"auto" | "open" | "put-off">("auto");
  const conversation = chat.log.conversation.value;
  const contact = conversation?.contact;
  const callback = conversation?.callback;
  const needed = !contact && form === "auto";
  if (needed || form === "open")
    return (
      <ContactForm
        changing={Boolean(contact)}
        onDone={() => setForm(needed ? "put-off" : "auto")}
      />
    );
  if (callback && contact)
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
  if (voice === "waiting") return <WaitingCard />;
  return voice === "callback" ? <CallbackSheet /> : null;
}
