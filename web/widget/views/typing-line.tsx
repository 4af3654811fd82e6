import { Glyph } from "../../shared/glyph";
import { usePanel } from "./context";

export function Dots() {
  return (
    <div class="message ai" aria-hidden="true">
      <span class="typing">
        <i />
        <i />
        <i />
      </span>
    </div>
  );
}

/** The person who writes just now. */
export function TypingLine({ name }: { name: string }) {
  const { words } = usePanel();
  return (
    <div class="typing-line" data-voice="human">
      <p class="who">
        <Glyph of="human" />
        <span dir="auto">{words("agent.writing", { name })}</span>
      </p>
      <Dots />
    </div>
  );
}
