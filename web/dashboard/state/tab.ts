import { effect } from "@preact/signals";
import type { State } from "../model/types";
import { say } from "../words/say";
import { items } from "./inbox";
import { openedItem } from "./opened";
import { route } from "./router";
import { phase } from "./session";

/** Keeps title and icon of the browser tab: how many wait, and the stroke of what is open. */
export function followTab(): void {
  effect(() => {
    const waiting = [...items.value.values()].filter((item) => item.state === "waiting").length;
    document.title = `${titleOf(phase.value === "in" ? waiting : 0)} · ${say("app.name")}`;
    showIcon(openedItem.value?.state ?? (waiting > 0 ? "waiting" : "mark"));
  });
}

function titleOf(waiting: number): string {
  if (waiting > 0) return say("inbox.title", { count: waiting });
  const page = route.value.page;
  return page === "sign-in" || phase.value !== "in" ? say("sign-in.button") : say(`nav.${page}`);
}

const strokes: Record<State | "mark", string> = {
  ai: '<g fill="#b3bcc2"><circle cx="8" cy="16" r="3"/><circle cx="16" cy="16" r="3"/><circle cx="24" cy="16" r="3"/></g>',
  waiting:
    '<g fill="#f3bd5a"><rect x="5" y="13" width="9" height="6" rx="2"/><rect x="18" y="13" width="9" height="6" rx="2"/></g>',
  human: '<rect x="5" y="13" width="22" height="6" rx="3" fill="#66d1a3"/>',
  callback:
    '<g fill="#a6bef7"><rect x="4" y="14" width="13" height="4" rx="2"/><circle cx="23" cy="16" r="4"/></g>',
  closed:
    '<g fill="#98a19b"><rect x="5" y="14" width="18" height="4" rx="2"/><rect x="24" y="9" width="4" height="14" rx="2"/></g>',
  mark: '<g fill="#fff"><circle cx="7" cy="16" r="2.600"/><circle cx="14" cy="16" r="2.600"/><rect x="19" y="13.400" width="9" height="5.200" rx="2.600"/></g>',
};

function showIcon(stroke: State | "mark"): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link || link.dataset.stroke === stroke) return;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#1f2622"/>${strokes[stroke]}</svg>`;
  link.dataset.stroke = stroke;
  link.href = `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
