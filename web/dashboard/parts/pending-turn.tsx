import { Glyph } from "../../shared/glyph";
import { ClockIcon, WarnIcon } from "../../shared/icon";
import { draft } from "../state/drafts";
import { discard, type Outgoing, sendAgain } from "../state/outgoing";
import { say } from "../words/say";
import { LockIcon } from "./icons";

/** Our own words before the server has them. */
export function PendingTurn({ item }: { item: Outgoing }) {
  const note = item.kind === "note";
  return (
    <div class={note ? "note pending" : "turn agent pending"}>
      <p class="who" data-voice={note ? undefined : "human"}>
        {note ? <LockIcon /> : <Glyph of="human" />}
        {note ? say("note.label") : say("who.you")}
      </p>
      <p class="words" dir="auto">
        {item.text}
      </p>
      {item.refusal === null ? (
        <p class="meta">
          <ClockIcon />
          {say("message.sending")}
        </p>
      ) : (
        <Refused item={item} />
      )}
    </div>
  );
}

function Refused({ item }: { item: Outgoing }) {
  const takeBack = () => {
    const text = draft(item.conversation, item.kind);
    text.value = [item.text, text.value].filter(Boolean).join("\n");
    discard(item.clientId);
  };
  return (
    <p class="meta bad" role="alert">
      <WarnIcon />
      {item.refusal ? say("message.refused", { detail: item.refusal }) : say("message.failed")}
      <button type="button" class="text-button" onClick={() => sendAgain(item.clientId)}>
        {say("action.retry")}
      </button>
      <button type="button" class="text-button" onClick={takeBack}>
        {say("message.discard")}
      </button>
    </p>
  );
}
