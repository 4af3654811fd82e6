import { quoteOf } from "../model/evidence";
import { isByAi } from "../model/rules";
import type { Handoff, Summary } from "../model/types";
import { wantFocus } from "../state/focus";
import { say } from "../words/say";
import { sayRule, sayScore } from "../words/say-cause";
import { ReasonChip } from "./reason-chip";
import { UrgentChip } from "./urgent-chip";

interface Props {
  handoff: Handoff;
  summary: Summary | null | undefined;
}

/** Why a person is needed: the reason, the rule that found it, how strongly, and the words it rests on. */
export function CauseRow({ handoff, summary }: Props) {
  const { evidence = [], reason, rule, note } = handoff;
  const words = quoteOf(evidence) || summary?.words;
  const score = sayScore(handoff);
  return (
    <>
      <dt>{say("summary.handed")}</dt>
      <dd class="cause">
        <ReasonChip
          reason={reason}
          onPress={evidence.length > 0 ? () => wantFocus("evidence") : undefined}
          hint={say("cause.show")}
        />
        {handoff.urgent && <UrgentChip />}
        {rule && <span title={rule}>{sayRule(rule)}</span>}
        {score && <span class="quiet number">{score}</span>}
        {words && (
          <span class="cause-words" dir="auto">
            {say("summary.words", { words })}
          </span>
        )}
        {note && (
          <span class="cause-words" dir="auto">
            {isByAi(rule) && <span class="quiet">{say("note.by-ai")}: </span>}
            {note}
          </span>
        )}
      </dd>
    </>
  );
}
