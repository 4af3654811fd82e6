import { Glyph } from "../../shared/glyph";
import { usePanel } from "./context";

/** Who writes just now. The words of an unfinished answer are seen, not read out. */
export function TypingLine() {
  const { chat, words } = usePanel();
  const other = chat.typing.other.value;
  const partial = chat.typing.partial.value;
  if (!other) return null;
  const person = other.name !== null;
  return (
    <div class="typing-line" data-voice={person ? "human" : "ai"}>
      <p class="who">
        <Glyph of={person ? "human" : "ai"} />
        {person ? (
          <span dir="auto">{words("agent.writing", { name: other.name ?? "" })}</span>
        ) : (
          <>
            {words("ai.name")} <span>{words("ai.writing")}</span>
          </>
        )}
      </p>
      <div class="message ai" aria-hidden="true">
        {partial && (
          <div class="bubble" dir="auto">
            {partial}
          </div>
        )}
        <span class="typing">
          <i />
          <i />
          <i />
        </span>
      </div>
    </div>
  );
}
