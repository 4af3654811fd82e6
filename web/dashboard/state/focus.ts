import { signal } from "@preact/signals";

/** Something asked for the keyboard focus; the part that owns it takes it when it is drawn, and clears this. */
export type FocusTarget = "reply" | "note" | "return-note" | "evidence" | "conversation";

export const wanted = signal<FocusTarget | null>(null);

export function wantFocus(target: FocusTarget): void {
  wanted.value = target;
}

/** Takes a wish back that nobody has fulfilled. */
export function forgetFocus(target: FocusTarget): void {
  if (wanted.value === target) wanted.value = null;
}

/** True once, for the part that is asked. */
export function takeFocus(target: FocusTarget): boolean {
  if (wanted.value !== target) return false;
  wanted.value = null;
  return true;
}
