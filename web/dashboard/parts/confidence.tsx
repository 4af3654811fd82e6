import { percent } from "../../shared/formats";
import { locale } from "../state/preferences";
import { say } from "../words/say";

const width = 44;

/** How sure the AI was, as a bar and in words. */
export function Confidence({ score }: { score: number | null | undefined }) {
  if (typeof score !== "number") return null;
  const filled = width * Math.min(1, Math.max(0, score));
  return (
    <>
      <svg class="confidence" viewBox={`0 0 ${width} 5`} aria-hidden="true">
        <rect class="all" width={width} height="5" rx="2.5" />
        <rect class="filled" width={filled} height="5" rx="2.5" />
      </svg>
      <span class="number">{say("ai.sure", { score: percent(score, locale.value) })}</span>
    </>
  );
}
