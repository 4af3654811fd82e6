import { signal } from "@preact/signals";
import type { LiveState } from "../../shared/live-stream";

export interface Connection {
  state: LiveState;
  /** Seconds until the next attempt, while the server is away. */
  retryIn: number | null;
  /** When the shown data was last known to be current. */
  since: number;
}

/** How the inbox stream is; the whole dashboard is as fresh as it. */
export const connection = signal<Connection>({
  state: "connecting",
  retryIn: null,
  since: Date.now(),
});
export const online = signal(navigator.onLine);

addEventListener("online", () => {
  online.value = true;
});
addEventListener("offline", () => {
  online.value = false;
});

export function connectionIs(state: LiveState, retryIn: number | null): void {
  const before = connection.peek();
  const fresh = state === "live" || before.state === "live";
  const trying = state === "connecting" && before.state === "away";
  if (!trying) connection.value = { state, retryIn, since: fresh ? Date.now() : before.since };
}
