import { signal } from "@preact/signals";

/** The time that ages and deadlines are shown for. It moves once a minute, and when the page is looked at again. */
export const now = signal(Date.now());

export function moveNow(): void {
  now.value = Date.now();
}

setInterval(moveNow, 60_000);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) moveNow();
});
