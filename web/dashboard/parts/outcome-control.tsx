import type { InboxItem, Outcome } from "../model/types";
import { judge } from "../state/actions";
import { say } from "../words/say";

const outcomes: readonly Outcome[] = ["right", "unnecessary", "late"];

/** Was this handoff right? The answers feed the reports. */
export function OutcomeControl({ item }: { item: InboxItem }) {
  const { handoff } = item;
  if (!handoff) return null;
  const question = say("outcome.question");
  return (
    <section class="facts">
      <h3>{question}</h3>
      <fieldset class="segments" aria-label={question}>
        {outcomes.map((outcome) => (
          <button
            key={outcome}
            type="button"
            aria-pressed={handoff.outcome === outcome}
            onClick={() => void judge(item.id, handoff.id, outcome)}
          >
            {say(`outcome.${outcome}`)}
          </button>
        ))}
      </fieldset>
    </section>
  );
}
