import type { Growing } from "../../shared/growing-answer";
import { isByAi } from "../model/rules";
import type { Entry, Section } from "../model/transcript";
import type { InboxItem, LogEvent } from "../model/types";
import { EntryLine } from "./entry-line";
import { GrowingTurn } from "./growing-turn";
import { KnotView } from "./knot-view";
import { type NoteKind, NoteTurn } from "./note-turn";
import { Turn } from "./turn";

interface Props {
  section: Section;
  item: InboxItem;
  evidence: Map<number, LogEvent>;
  /** What is seen of an answer that belongs here. */
  answer: Growing | null;
}

/** One stretch with one owner, after the event that began it. */
export function SectionView({ section, item, evidence, answer }: Props) {
  const note = section.knot?.event.note;
  return (
    <>
      {section.knot && <KnotView knot={section.knot} />}
      {(section.entries.length > 0 || note || answer) && (
        <section class="span" data-voice={section.voice}>
          {section.knot && note && (
            <NoteTurn event={section.knot.event} text={note} kind={kindOf(section.knot.event)} />
          )}
          {section.entries.map((entry) => (
            <EntryView key={entry.event.seq} entry={entry} item={item} evidence={evidence} />
          ))}
          {answer && <GrowingTurn answer={answer} />}
        </section>
      )}
    </>
  );
}

function kindOf({ type, rule }: LogEvent): NoteKind {
  if (type === "returned_to_ai") return "for-ai";
  return isByAi(rule) ? "by-ai" : "label";
}

interface EntryProps {
  entry: Entry;
  item: InboxItem;
  evidence: Map<number, LogEvent>;
}

function EntryView({ entry, item, evidence }: EntryProps) {
  const { event } = entry;
  if (event.type === "note") return <NoteTurn event={event} text={event.text ?? ""} />;
  if (event.type === "message")
    return <Turn entry={entry} item={item} cause={evidence.get(event.seq) ?? null} />;
  return <EntryLine event={event} />;
}
