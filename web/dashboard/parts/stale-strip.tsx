import { timeOfDay } from "../model/times";
import type { Loaded } from "../state/load";
import { locale } from "../state/preferences";
import { say } from "../words/say";

/** What is shown is older than it should be: loading it again failed. */
export function StaleStrip({ of: { data, error, at, again } }: { of: Loaded<unknown> }) {
  if (data === null || !error) return null;
  return (
    <p class="strip stale" role="status">
      {say("settings.stale", { time: timeOfDay(new Date(at).toISOString(), locale.value) })}
      <button type="button" class="text-button" onClick={again}>
        {say("action.retry")}
      </button>
    </p>
  );
}
