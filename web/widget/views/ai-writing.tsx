import { Glyph } from "../../shared/glyph";
import type { Growing } from "../../shared/growing-answer";
import { RichText } from "../../shared/rich-text-view";
import { usePanel } from "./context";
import { Dots } from "./typing-line";

interface Props {
  /** Null: the AI writes, and no word is here yet. */
  answer: Growing | null;
  /** As for the message it will be. */
  named: boolean;
}

/**
 * The AI's answer while it grows, built and placed as the message that will take its place, so that nothing moves then.
 * That it writes, or has stopped, is read out; its words are read out once, as the message.
 */
export function AiWriting({ answer, named }: Props) {
  const { words } = usePanel();
  return (
    <>
      {named && (
        <p class="who" data-voice="ai">
          <Glyph of="ai" />
          {words("ai.name")} {!answer?.withdrawn && <span>{words("ai.writing")}</span>}
        </p>
      )}
      {answer ? <Words of={answer} /> : <Dots />}
    </>
  );
}

function Words({ of: { text, withdrawn } }: { of: Growing }) {
  const { chat, words } = usePanel();
  const person = chat.log.conversation.value?.state === "human";
  return (
    <div class={withdrawn ? "message ai withdrawn" : "message ai growing"}>
      <div class="bubble" dir="auto" aria-hidden="true" inert>
        <RichText text={text} />
      </div>
      {withdrawn && <p class="meta">{words(person ? "ai.stoppedForPerson" : "ai.stopped")}</p>}
    </div>
  );
}
