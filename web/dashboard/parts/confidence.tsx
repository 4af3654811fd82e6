import { useId, useState } from "preact/hooks";
import { percent } from "../../shared/formats";
import { partsOf } from "../model/confidence";
import { locale } from "../state/preferences";
import { say } from "../words/say";
import { sayPart } from "../words/say-confidence";
import { DownIcon } from "./icons";

const width = 44;

interface Props {
  score: number | null | undefined;
  parts?: Record<string, number> | null;
  /** The grounds are shown from the start. */
  open?: boolean;
}

/** How sure the AI was, as a bar and in words; what that rests on opens below. */
export function Confidence({ score, parts, open = false }: Props) {
  const [isOpen, setOpen] = useState(open);
  const list = useId();
  const grounds = partsOf(parts);
  if (typeof score !== "number") return null;
  const words = (
    <>
      <Bar share={score} />
      <span class="number">{say("ai.sure", { score: percent(score, locale.value) })}</span>
    </>
  );
  if (grounds.length === 0) return <span class="sureness">{words}</span>;
  return (
    <>
      <button
        type="button"
        class="sureness"
        title={say("confidence.why")}
        aria-expanded={isOpen}
        aria-controls={list}
        onClick={() => setOpen(!isOpen)}
      >
        {words}
        <DownIcon />
      </button>
      <ul class="grounds" id={list} hidden={!isOpen}>
        {grounds.map(({ name, share }) => (
          <li key={name}>
            <span>{sayPart(name)}</span>
            <Bar share={share} />
            <span class="number">{percent(share, locale.value)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg class="confidence" viewBox={`0 0 ${width} 5`} aria-hidden="true">
      <rect class="all" width={width} height="5" rx="2.5" />
      <rect class="filled" width={width * Math.min(1, Math.max(0, share))} height="5" rx="2.5" />
    </svg>
  );
}
