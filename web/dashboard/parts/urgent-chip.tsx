import { say } from "../words/say";

/** The AI calls it urgent. A word of a machine, so it says whose, and the queue does not follow it. */
export function UrgentChip() {
  return (
    <span class="chip urgent" title={say("urgent.says")}>
      {say("urgent")}
    </span>
  );
}
