import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { evidenceBySeq, sectionAfter, sectionsOf, withoutOldEstimates } from "../model/transcript";
import type { InboxItem, State } from "../model/types";
import { firstName } from "../model/visitor";
import { answer, opened } from "../state/opened";
import { outgoing } from "../state/outgoing";
import { typists } from "../state/typing";
import { say } from "../words/say";
import { PendingTurn } from "./pending-turn";
import { SectionView } from "./section-view";
import { Skeleton } from "./skeleton";
import { useFocusWish } from "./use-focus-wish";

const nearEnd = 48;

/** Every word of the conversation, one section for each time its owner changed. */
export function Transcript({ item }: { item: InboxItem }) {
  const log = opened.value?.log;
  const events = log?.events ?? [];
  const sections = useMemo(() => sectionsOf(withoutOldEstimates(events)), [events]);
  const evidence = useMemo(() => evidenceBySeq(events, item.handoff), [events, item.handoff]);
  const known = new Set(events.map((event) => event.client_id).filter(Boolean));
  const pending = outgoing.value.filter(
    (out) => out.conversation === item.id && !known.has(out.clientId),
  );
  const loading = !opened.value?.conversation;
  const growing = answer.now.value;
  const answered = growing && sectionAfter(sections, growing.after);
  const heard = typists.value.get(item.id);
  // An answer that can be seen needs no words about it.
  const typist = heard?.author === "ai" && growing ? undefined : heard;
  const scroll = useEndOfList(events.length + pending.length + (typist ? 1 : 0));
  useEvidenceFocus(scroll.box);
  return (
    <div class="transcript-frame">
      <div
        ref={scroll.box}
        class="transcript"
        role="log"
        aria-label={say("conversation.transcript")}
        aria-busy={loading}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={scroll.onScroll}
      >
        <div ref={scroll.content} class="thread">
          {loading ? (
            <Skeleton label={say("conversation.loading")} />
          ) : (
            <>
              {sections.map((section) => (
                <SectionView
                  key={section.key}
                  section={section}
                  item={item}
                  evidence={evidence}
                  answer={section === answered ? growing : null}
                />
              ))}
              <Tail voice={item.state} shown={pending.length > 0 || typist !== undefined}>
                {pending.map((out) => (
                  <PendingTurn key={out.clientId} item={out} />
                ))}
                {typist && typist.author !== "agent" && (
                  <p class="t12 quiet" role="status">
                    {typist.author === "ai"
                      ? say("conversation.ai-typing")
                      : say("conversation.typing", { name: firstName(item, say("visitor.word")) })}
                  </p>
                )}
              </Tail>
            </>
          )}
        </div>
      </div>
      {scroll.behind && (
        <button type="button" class="button newer" onClick={scroll.toEnd}>
          {say("conversation.newer")}
        </button>
      )}
    </div>
  );
}

interface TailProps {
  voice: State;
  shown: boolean;
  children: ComponentChildren;
}

function Tail({ voice, shown, children }: TailProps) {
  if (!shown) return null;
  return (
    <div class="span" data-voice={voice}>
      {children}
    </div>
  );
}

/** Stays at the end while the reader is there; otherwise says that there is more below. */
function useEndOfList(length: number) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [behind, setBehind] = useState(false);
  const toEnd = () => {
    const { current } = box;
    if (current) current.scrollTop = current.scrollHeight;
    setBehind(false);
  };
  const onScroll = () => {
    const { current } = box;
    if (!current) return;
    atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < nearEnd;
    if (atEnd.current) setBehind(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a longer list moves the view
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else if (length > 0) setBehind(true);
  }, [length]);
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (atEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight;
    });
    for (const part of [box.current, content.current]) if (part) observer.observe(part);
    return () => observer.disconnect();
  }, []);
  return { box, content, behind, toEnd, onScroll };
}

function useEvidenceFocus(box: RefObject<HTMLDivElement>): void {
  useFocusWish("evidence", () => {
    const marks = box.current?.querySelectorAll<HTMLElement>("mark");
    // The first words of the newest message that has some.
    const mark = marks?.[marks.length - 1]?.closest(".words")?.querySelector("mark");
    mark?.focus();
    mark?.scrollIntoView({ block: "center" });
  });
}
