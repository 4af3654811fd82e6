import { useEffect, useState } from "preact/hooks";
import { Glyph } from "../../shared/glyph";
import type { InboxItem } from "../model/types";
import { busy } from "../state/actions";
import { online } from "../state/connection";
import { wantFocus } from "../state/focus";
import { takeAndWrite } from "../state/take-and-write";
import { returnOpen } from "../state/view";
import { say } from "../words/say";
import { Key } from "./key";

/** Take Over, the one filled button of the page. Its words change only when the server takes its time. */
export function TakeOverButton({ item, big = false }: { item: InboxItem; big?: boolean }) {
  const pressed = busy.value === "takeover";
  const slow = useSlow(pressed);
  return (
    <button
      type="button"
      class={`button primary take-over${big ? " big" : ""}${pressed ? " pressed" : ""}`}
      aria-keyshortcuts="T"
      aria-busy={pressed}
      disabled={!online.value}
      title={online.value ? undefined : say("live.offline")}
      onClick={() => void takeAndWrite(item.id)}
    >
      {say(slow ? "action.taking-over" : "action.take-over")}
      {!big && <Key name="T" />}
    </button>
  );
}

/** Return to AI opens the note first; while it is open, the panel's own button bears the name. */
export function ReturnButton() {
  if (returnOpen.value) return null;
  return (
    <button
      type="button"
      class="button return"
      aria-keyshortcuts="R"
      onClick={() => {
        returnOpen.value = true;
        wantFocus("return-note");
      }}
    >
      <Glyph of="ai" />
      {say("action.return")}
      <Key name="R" />
    </button>
  );
}

function useSlow(pressed: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!pressed) return;
    const timer = setTimeout(() => setSlow(true), 400);
    return () => clearTimeout(timer);
  }, [pressed]);
  return slow;
}
