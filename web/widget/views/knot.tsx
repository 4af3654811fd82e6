import type { ConversationEvent } from "../../shared/types";
import type { Span } from "../model/spans";
import type { Words } from "../words";
import { usePanel } from "./context";
import { Time } from "./message";

/** What happened, in a few words. `before`: the span that ended. */
export function knotText(
  words: Words,
  event: ConversationEvent,
  before: Span | undefined,
  person: string | null,
): string {
  const name = event.agent?.name ?? person ?? "";
  if (event.type === "taken_over") return words("knot.joined", { name });
  if (event.type === "transferred") return words("knot.transferred", { name });
  if (event.type === "handoff.requested") return words("knot.requested");
  if (event.type === "callback.promised") return words("knot.promised");
  if (event.type === "agent.lost") return words("knot.lost");
  if (event.type === "closed") return words("knot.closed");
  if (event.type === "reopened") return words("knot.reopened");
  if (event.type === "returned_to_ai")
    return name ? words("knot.returned", { name }) : words("knot.returnedPlain");
  return words(before?.voice === "callback" ? "knot.takenBack" : "knot.cancelled");
}

interface Props {
  span: Span;
  before: Span | undefined;
  person: string | null;
  /** The change happened just now: its ring grows. */
  fresh: boolean;
}

export function Knot({ span, before, person, fresh }: Props) {
  const { words } = usePanel();
  if (!span.knot) return null;
  return (
    <div class={fresh ? "knot fresh" : "knot"} data-voice={span.voice}>
      <i />
      <p>
        <span dir="auto">{knotText(words, span.knot, before, person)}</span>{" "}
        <Time at={span.knot.at} />
      </p>
    </div>
  );
}
