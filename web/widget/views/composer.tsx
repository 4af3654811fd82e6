import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { SendIcon } from "../../shared/icon";
import { usePanel } from "./context";

const longestMessage = 4000;
const tallestPixels = 5 * 22 + 18;

/** Enter sends, Shift+Enter breaks. Usable in every state, also offline. */
export function Composer() {
  const { chat, words } = usePanel();
  const [text, setText] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const over = Array.from(text.trim()).length - longestMessage;
  const ready = text.trim() !== "" && over <= 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text decides the height
  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    area.style.blockSize = "auto";
    area.style.blockSize = `${Math.min(area.scrollHeight, tallestPixels)}px`;
  }, [text]);

  const send = () => {
    box.current?.focus();
    if (!ready) return;
    chat.send(text.trim());
    setText("");
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <div>
      {over > 0 && (
        <p class="hint bad" role="alert">
          {words("composer.long", { count: over })}
        </p>
      )}
      <div class="composer">
        <textarea
          ref={box}
          rows={1}
          dir="auto"
          aria-label={words("composer.label")}
          placeholder={words("composer.placeholder")}
          enterkeyhint="send"
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            chat.typing.pressed();
          }}
          onKeyDown={pressed}
        />
        <button
          type="button"
          class={ready ? "icon-button send" : "icon-button send rest"}
          aria-label={words("send")}
          title={words("send")}
          aria-disabled={!ready}
          onClick={send}
        >
          <SendIcon />
        </button>
      </div>
    </div>
  );
}
