import type { Entry, Section } from "../model/transcript";
import type { InboxItem, LogEvent } from "../model/types";
import { EntryLine } from "./entry-line";
import { KnotView } from "./knot-view";
import { NoteTurn } from "./note-turn";
import { Turn } from "./turn";

interface Props {
  section: Section;
  item: InboxItem;
  evidence: Map<number, LogEvent>;
}

/** One stretch with one owner, after the event that began it. */
export function SectionView({ section, item, evidence }: Props) {
  return (
    <>
      {section.knot && <KnotView knot={section.knot} />}
      {(section.entries.length > 0 || section.knot?.event.note) && (
        <section class="span" data-voice={section.voice}>
          {section.knot?.event.note && (
            <NoteTurn
              event={section.knot.event}
              text={section.knot.event.note}
              forAi={section.knot.event.type === "returned_to_ai"}
            />
          )}
          {section.entries.map((entry) => (
            <EntryView key={entry.event.seq} entry={entry} item={item} evidence={evidence} />
          ))}
        </section>
      )}
    </>
  );
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
