import { Glyph } from "../../shared/glyph";
import { RichText } from "../../shared/rich-text-view";
import type { TrialAnswer } from "../model/ai";
import { say } from "../words/say";
import { sayMilliseconds, sayWriter } from "../words/say-ai";
import { sayRule } from "../words/say-cause";
import { Confidence } from "./confidence";
import { ReasonChip } from "./reason-chip";
import { Sources } from "./sources";
import { UrgentChip } from "./urgent-chip";

interface Props {
  answer: TrialAnswer;
  ms: number;
}

/** An answer as a visitor would see it, and what only the team sees of it. */
export function TrialResult({ answer, ms }: Props) {
  const time = sayMilliseconds(ms);
  return (
    <section class="trial-result" aria-label={say("trial.answer")}>
      <p class="label">{say("trial.seen")}</p>
      <div class="span" data-voice="ai">
        <p class="who" data-voice="ai">
          <Glyph of="ai" />
          {say("who.ai")}
        </p>
        <div class="message ai">
          {answer.text ? (
            <div class="bubble" dir="auto">
              <RichText text={answer.text} />
            </div>
          ) : (
            <p class="quiet">{say("trial.silent")}</p>
          )}
          <Sources of={answer.sources} />
        </div>
      </div>
      <div class="trial-facts">
        <p class="second">{say("trial.by", { name: sayWriter(answer.by), time })}</p>
        <Confidence score={answer.confidence} parts={answer.confidence_parts} open />
        <Handoff answer={answer} />
      </div>
    </section>
  );
}

function Handoff({ answer: { handoff } }: { answer: TrialAnswer }) {
  if (!handoff) return <p class="second">{say("trial.stays")}</p>;
  return (
    <div class="cause">
      <b>{say("trial.hands-over")}</b>
      <ReasonChip reason={handoff.reason} />
      {handoff.urgent && <UrgentChip />}
      <span title={handoff.rule}>{sayRule(handoff.rule)}</span>
      {handoff.note && (
        <span class="cause-words" dir="auto">
          <span class="quiet">{say("note.by-ai")}: </span>
          {handoff.note}
        </span>
      )}
    </div>
  );
}
