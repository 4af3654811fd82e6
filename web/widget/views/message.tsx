import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { clockTime } from "../../shared/formats";
import { Glyph } from "../../shared/glyph";
import { ClockIcon, PageIcon, WarnIcon } from "../../shared/icon";
import { safeHref } from "../../shared/rich-text";
import { PlainText, RichText } from "../../shared/rich-text-view";
import type { ConversationEvent, Source } from "../../shared/types";
import type { Entry } from "../model/spans";
import type { Pending } from "../state/send-queue";
import { usePanel } from "./context";

const longCharacters = 900;
const longLines = 12;

export function Time({ at }: { at?: string }) {
  const { words } = usePanel();
  if (!at) return null;
  return (
    <time class="number" dateTime={at}>
      {clockTime(new Date(at), words.locale)}
    </time>
  );
}

interface BubbleProps {
  text: string;
  /** Not folded from the start. */
  whole?: boolean;
  children: ComponentChildren;
}

/** Folds a very long text after twelve lines. */
function Bubble({ text, whole = false, children }: BubbleProps) {
  const { words } = usePanel();
  const [open, setOpen] = useState(whole);
  const long = text.length > longCharacters || text.split("\n").length > longLines;
  return (
    <>
      <div class={long && !open ? "bubble folded" : "bubble"} dir="auto">
        {children}
      </div>
      {long && !open && (
        <button type="button" class="text-button" onClick={() => setOpen(true)}>
          {words("log.showAll")}
        </button>
      )}
    </>
  );
}

function SourceLink({ source }: { source: Source }) {
  const href = source.url ? safeHref(new URL(source.url, location.href).href) : null;
  const title = (
    <>
      <PageIcon />
      <span dir="auto">{source.title}</span>
    </>
  );
  if (!href) return <span class="source plain">{title}</span>;
  return (
    <a class="source" href={href} target="_blank" rel="noopener noreferrer">
      {title}
    </a>
  );
}

function Who({ event }: { event: ConversationEvent }) {
  const { words } = usePanel();
  const person = event.author === "agent";
  return (
    <p class="who" data-voice={person ? "human" : "ai"}>
      <Glyph of={person ? "human" : "ai"} />
      <bdi>{person ? event.agent?.name : words("ai.name")}</bdi>
      <Time at={event.at} />
    </p>
  );
}

export function OwnMessage({ text, children }: { text: string; children: ComponentChildren }) {
  return (
    <div class="message visitor">
      <Bubble text={text}>
        <PlainText text={text} />
      </Bubble>
      <div class="meta">{children}</div>
    </div>
  );
}

export function Message({ entry }: { entry: Entry }) {
  const { chat } = usePanel();
  const { event, named } = entry;
  const text = event.text ?? "";
  if (event.author === "visitor")
    return (
      <OwnMessage text={text}>
        <Time at={event.at} />
      </OwnMessage>
    );
  const person = event.author === "agent";
  return (
    <>
      {named && <Who event={event} />}
      <div class={person ? "message agent" : "message ai"}>
        <Bubble text={text} whole={chat.typing.grown.has(event.seq)}>
          {person ? <PlainText text={text} /> : <RichText text={text} />}
        </Bubble>
        {event.sources?.map((source) => (
          <SourceLink key={source.title} source={source} />
        ))}
      </div>
    </>
  );
}

/** A message on its way: a clock, or what to do when it was refused. */
export function PendingMessage({ message }: { message: Pending }) {
  const { chat, words } = usePanel();
  return (
    <OwnMessage text={message.text}>
      {message.state === "failed" ? (
        <button
          type="button"
          class="text-button bad"
          onClick={() => chat.queue.retry(message.client_id)}
        >
          <WarnIcon />
          {words("message.failed")}
        </button>
      ) : (
        <>
          <ClockIcon />
          {words("message.pending")}
        </>
      )}
    </OwnMessage>
  );
}
