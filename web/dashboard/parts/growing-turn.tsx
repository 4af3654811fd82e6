import { Glyph } from "../../shared/glyph";
import type { Growing } from "../../shared/growing-answer";
import { say } from "../words/say";

/** What the AI is writing, or was stopped in. Read out is only that it does; the words are, once they are a message. */
export function GrowingTurn({ answer: { text, withdrawn } }: { answer: Growing }) {
  return (
    <div class={withdrawn ? "turn ai withdrawn" : "turn ai growing"}>
      <p class="who" data-voice="ai">
        <Glyph of="ai" />
        {say(withdrawn ? "who.ai" : "ai.writing")}
      </p>
      <div aria-hidden="true">
        <p class="words" dir="auto">
          {text}
        </p>
      </div>
      {withdrawn && <p class="meta">{say("ai.withdrawn")}</p>}
    </div>
  );
}
