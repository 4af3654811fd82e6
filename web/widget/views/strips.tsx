import type { Signal } from "@preact/signals";
import { OfflineIcon, WarnIcon } from "../../shared/icon";
import { usePanel } from "./context";

/** The state of the connection, said once, above the log. */
export function ConnectionStrip({ online }: { online: Signal<boolean> }) {
  const { chat, words } = usePanel();
  const seconds = chat.connection.retryIn.value;
  if (online.value && (seconds === null || seconds < 2)) return null;
  return (
    <p class="strip" role="status">
      <OfflineIcon />
      <span>
        {online.value ? words("net.away", { seconds: seconds ?? 0 }) : words("net.offline")}
      </span>
    </p>
  );
}

/** An action did not reach the server. */
export function ActionStrip() {
  const { chat, words } = usePanel();
  if (!chat.actionFailed.value) return null;
  return (
    <p class="strip bad" role="alert">
      <WarnIcon />
      <span>{words("error.action")}</span>
    </p>
  );
}
