import type { Presence } from "../model/types";
import { failure } from "../state/actions";
import { presence, setPresence } from "../state/session";
import { say } from "../words/say";

const choices: readonly Presence[] = ["online", "away", "offline"];

/** Whether we take conversations; the dot and the word say the same. */
export function PresenceSelect() {
  const choose = (status: Presence) => {
    setPresence(status).catch((error: Error) => {
      failure.value = error.message;
    });
  };
  return (
    <span class="presence">
      <i class="presence-dot" data-presence={presence.value} aria-hidden="true" />
      <select
        aria-label={say("me.presence")}
        value={presence.value}
        onChange={(event) => choose(event.currentTarget.value as Presence)}
      >
        {choices.map((status) => (
          <option key={status} value={status}>
            {say(`presence.${status}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
