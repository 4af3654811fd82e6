import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { usePanel } from "./context";
import { Thread } from "./thread";

const nearEnd = 48;
const skeletonAfterMilliseconds = 300;

function Skeleton() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), skeletonAfterMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div class="span" data-voice="ai" aria-hidden="true">
      <i class="skeleton short" />
      <i class="skeleton" />
      <i class="skeleton middle" />
    </div>
  );
}

/** Scrolls along only for a reader who is at the end; others get a button. */
export function Log() {
  const { chat, words } = usePanel();
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const ownBefore = useRef(0);
  const lastTop = useRef(0);
  const [newer, setNewer] = useState(false);
  const length = chat.log.events.value.length;
  const own = chat.queue.pending.value.length;
  const loading = chat.loading.value && length === 0;

  const toEnd = useCallback(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, []);
  useLayoutEffect(() => {
    if (!atEnd.current && length > 0) setNewer(true);
  }, [length]);
  useLayoutEffect(() => {
    // An own message always comes into view; one that was confirmed moves nothing.
    if (own > ownBefore.current) {
      atEnd.current = true;
      toEnd();
    }
    ownBefore.current = own;
  }, [own, toEnd]);
  // Whatever makes the log longer or its window smaller: a reader at the end stays there.
  useEffect(() => {
    const observer = new ResizeObserver(() => atEnd.current && toEnd());
    for (const part of [box.current, content.current]) if (part) observer.observe(part);
    return () => observer.disconnect();
  }, [toEnd]);

  const scrolled = () => {
    const view = box.current;
    if (!view) return;
    // Only a reader who moves up leaves the end: what grows below them does not count.
    const left = view.scrollHeight - view.scrollTop - view.clientHeight;
    if (left < nearEnd) atEnd.current = true;
    else if (view.scrollTop < lastTop.current) atEnd.current = false;
    lastTop.current = view.scrollTop;
    if (atEnd.current) setNewer(false);
  };
  return (
    <div class="log-frame">
      <div
        ref={box}
        class="log"
        role="log"
        aria-label={words("log")}
        aria-live={chat.loading.value ? "off" : "polite"}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        onScroll={scrolled}
      >
        <div ref={content} class="log-content">
          {loading ? <Skeleton /> : <Thread />}
        </div>
      </div>
      {newer && (
        <button type="button" class="button newer" onClick={toEnd}>
          {words("log.newer")}
        </button>
      )}
    </div>
  );
}
