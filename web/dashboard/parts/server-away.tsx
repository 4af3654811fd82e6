import { OfflineIcon } from "../../shared/icon";
import { restore } from "../state/session";
import { say } from "../words/say";

/** Shown when the server cannot even be asked who we are. */
export function ServerAway() {
  return (
    <main class="away" role="alert">
      <p class="away-title">
        <OfflineIcon />
        {say("live.away")}
      </p>
      <p class="second">{say("live.offline")}</p>
      <button type="button" class="button" onClick={() => void restore()}>
        {say("live.now")}
      </button>
    </main>
  );
}
