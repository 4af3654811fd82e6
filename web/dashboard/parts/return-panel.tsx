import { useRef, useState } from "preact/hooks";
import { Glyph } from "../../shared/glyph";
import type { InboxItem } from "../model/types";
import { busy, returnToAi } from "../state/actions";
import { returnOpen } from "../state/view";
import { say } from "../words/say";
import { useWishedFocus } from "./use-focus-wish";

/** Gives the conversation back: what the AI should know, or nothing. */
export function ReturnPanel({ item }: { item: InboxItem }) {
  const [note, setNote] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useWishedFocus("return-note", field);
  const finish = async (text: string) => {
    if (await returnToAi(item.id, text)) returnOpen.value = false;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") returnOpen.value = false;
  };
  return (
    <form
      class="return-panel"
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        void finish(note);
      }}
    >
      <label class="label" for="return-note">
        {say("action.return-question")}
      </label>
      <textarea
        id="return-note"
        ref={field}
        class="input"
        rows={2}
        dir="auto"
        value={note}
        aria-describedby="return-hint"
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <p class="hint" id="return-hint">
        {say("action.return-hint")}
      </p>
      <div class="return-actions">
        <button type="submit" class="button" disabled={busy.value === "return"}>
          <Glyph of="ai" />
          {say("action.return")}
        </button>
        <button type="button" class="button" onClick={() => void finish("")}>
          {say("action.return-plain")}
        </button>
        <button
          type="button"
          class="button ghost"
          onClick={() => {
            returnOpen.value = false;
          }}
        >
          {say("action.cancel")}
        </button>
      </div>
    </form>
  );
}
