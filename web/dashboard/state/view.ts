import { signal } from "@preact/signals";
import type { DraftKind } from "./drafts";

/** What is open on the screen besides the route. */
export const helpOpen = signal(false);
export const returnOpen = signal(false);
export const detailsOpen = signal(false);
/** The composer's tab, by conversation; left out, the one that fits its state. */
export const tabs = signal<ReadonlyMap<string, DraftKind>>(new Map());

export function showTab(conversation: string, kind: DraftKind): void {
  tabs.value = new Map(tabs.value).set(conversation, kind);
}
