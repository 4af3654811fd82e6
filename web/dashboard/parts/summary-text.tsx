import { useState } from "preact/hooks";
import { WarnIcon } from "../../shared/icon";
import { timeOfDay } from "../model/times";
import type { InboxItem, Summary } from "../model/types";
import { writeSummary } from "../state/actions";
import { locale } from "../state/preferences";
import { say } from "../words/say";

interface Props {
  item: InboxItem;
  summary: Summary;
}

/** A model's few sentences, marked as a machine's; and the way to have them written anew. */
export function SummaryText({ item, summary }: Props) {
  return (
    <>
      <dt>{say("summary.text")}</dt>
      <dd>
        <p class={summary.text ? "summary-text" : "quiet"} dir="auto" aria-live="polite">
          {summary.text || say("summary.facts-only")}
        </p>
        <WriteAgain id={item.id} origin={summary.text ? origin(summary) : ""} />
      </dd>
    </>
  );
}

function WriteAgain({ id, origin }: { id: string; origin: string }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const write = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    setProblem(await writeSummary(id));
    setBusy(false);
  };
  return (
    <>
      <p class="summary-origin">
        {origin && <span>{origin}</span>}
        <button
          type="button"
          class="text-button"
          aria-disabled={isBusy}
          aria-busy={isBusy}
          onClick={() => void write()}
        >
          {say(isBusy ? "summary.writing" : "summary.again")}
        </button>
      </p>
      {problem && (
        <p class="hint bad" role="alert">
          <WarnIcon />
          {say("summary.failed", { detail: problem })}
        </p>
      )}
    </>
  );
}

function origin({ by, made_at }: Summary): string {
  const name = by ?? say("who.ai");
  const time = timeOfDay(made_at ?? undefined, locale.value);
  return time ? say("summary.by-at", { name, time }) : say("summary.by", { name });
}
