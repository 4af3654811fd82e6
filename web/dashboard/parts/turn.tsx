import { Glyph } from "../../shared/glyph";
import { cutAtEvidence } from "../model/evidence";
import { timeOfDay } from "../model/times";
import type { Entry } from "../model/transcript";
import type { InboxItem, LogEvent } from "../model/types";
import { firstName } from "../model/visitor";
import { locale } from "../state/preferences";
import { agent } from "../state/session";
import { say } from "../words/say";
import { sayCause } from "../words/say-cause";
import { Confidence } from "./confidence";
import { Sources } from "./sources";

interface Props {
  entry: Entry;
  item: InboxItem;
  /** The request that these words caused. */
  cause: LogEvent | null;
}

/** One message. Visitor and AI speak in plain text, people in a bubble. */
export function Turn({ entry, item, cause }: Props) {
  const { event } = entry;
  const author = event.author ?? "system";
  return (
    <div class={`turn ${author}`}>
      {author === "ai" ? (
        <AiHead entry={entry} />
      ) : (
        entry.head && <Head event={event} item={item} />
      )}
      <p class="words" dir="auto">
        {cutAtEvidence(event.text ?? "", cause?.evidence ?? []).map((piece, index) =>
          piece.marked ? (
            <mark key={index} tabIndex={-1} title={cause ? sayCause(cause).join(" · ") : undefined}>
              {piece.text}
            </mark>
          ) : (
            piece.text
          ),
        )}
      </p>
      <Sources of={event.sources} />
    </div>
  );
}

function Time({ at }: { at: string | undefined }) {
  return (
    <time class="number" dateTime={at}>
      {timeOfDay(at, locale.value)}
    </time>
  );
}

/** How sure it was stands over each answer, also over one that follows another. */
function AiHead({ entry: { event, head } }: { entry: Entry }) {
  if (!head && typeof event.confidence !== "number") return null;
  return (
    <div class="who" data-voice="ai">
      {head && (
        <>
          <Glyph of="ai" />
          {say("who.ai")} <Time at={event.at} />
        </>
      )}
      <Confidence score={event.confidence} parts={event.confidence_parts} />
    </div>
  );
}

function Head({ event, item }: { event: LogEvent; item: InboxItem }) {
  if (event.author === "visitor")
    return (
      <p class="who visitor-name">
        <b dir="auto">{firstName(item, say("visitor.word"))}</b> <Time at={event.at} />
      </p>
    );
  return (
    <p class="who" data-voice="human">
      <Glyph of="human" />
      {event.agent?.id === agent.value?.id ? say("who.you") : (event.agent?.name ?? "")}{" "}
      <Time at={event.at} />
    </p>
  );
}
