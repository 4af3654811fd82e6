import { canTakeOver, isMine } from "../model/rights";
import { wantFocus } from "./focus";
import { neighbour } from "./list";
import { openedItem } from "./opened";
import { keys } from "./preferences";
import { go, route } from "./router";
import { agent, phase } from "./session";
import { takeAndWrite } from "./take-and-write";
import { helpOpen, returnOpen, showTab } from "./view";

/** Single letters, for hands that stay on the keyboard. Never inside fields, never with a modifier. */
export function listenToKeys(): void {
  addEventListener("keydown", (event) => {
    if (phase.value !== "in" || event.defaultPrevented || isTyping(event)) return;
    const action = actions[event.key.toLowerCase()];
    if (!action || (keys.value === "off" && event.key !== "?")) return;
    if (action()) event.preventDefault();
  });
}

const actions: Record<string, () => boolean> = {
  t: takeOpened,
  r: returnOpened,
  j: () => move(1),
  k: () => move(-1),
  e: () => write("reply"),
  n: () => write("note"),
  "?": () => {
    helpOpen.value = true;
    return true;
  },
};

function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target as Element | null;
  return Boolean(target?.closest("input, textarea, select, [contenteditable], dialog"));
}

function takeOpened(): boolean {
  const item = openedItem.value;
  if (!item || !canTakeOver(item, agent.value)) return false;
  void takeAndWrite(item.id);
  return true;
}

function returnOpened(): boolean {
  const item = openedItem.value;
  if (!item || !isMine(item, agent.value)) return false;
  returnOpen.value = true;
  wantFocus("return-note");
  return true;
}

function write(kind: "reply" | "note"): boolean {
  const item = openedItem.value;
  if (!item) return false;
  showTab(item.id, kind);
  wantFocus(kind);
  return true;
}

function move(step: 1 | -1): boolean {
  if (route.value.page !== "inbox") return false;
  const id = neighbour(route.value.conversation, step);
  if (!id) return false;
  go({ page: "inbox", conversation: id });
  return true;
}
