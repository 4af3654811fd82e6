import { useState } from "preact/hooks";
import type { AiReport } from "../model/ai";
import { dayTime } from "../model/times";
import { locale } from "../state/preferences";
import { say } from "../words/say";
import { sayDropped } from "../words/say-ai";

const shownAtFirst = 5;

/** What went wrong lately, newest first. */
export function AiErrors({ errors }: { errors: AiReport["errors"] }) {
  const [all, setAll] = useState(false);
  const more = errors.length - shownAtFirst;
  return (
    <section class="settings-section card">
      <h3>{say("errors.title")}</h3>
      {errors.length === 0 && <p class="quiet">{say("errors.none")}</p>}
      <ul class="ai-errors">
        {errors.slice(0, all ? undefined : shownAtFirst).map((error, index) => (
          <li key={`${error.at} ${index}`}>
            <time class="quiet number" dateTime={error.at}>
              {dayTime(error.at, locale.value)}
            </time>
            <span dir="auto">{error.what}</span>
          </li>
        ))}
      </ul>
      {more > 0 && !all && (
        <button type="button" class="text-button" onClick={() => setAll(true)}>
          {say("errors.all", { count: more })}
        </button>
      )}
    </section>
  );
}

/** What the model's server does not understand, and what is lost by it. */
export function DroppedParameters({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <section class="settings-section card">
      <h3>{say("dropped.title")}</h3>
      <p class="second">{say("dropped.lead")}</p>
      <dl class="pairs wide dropped">
        {names.map((name) => (
          <div key={name} class="pair">
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{sayDropped(name)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
