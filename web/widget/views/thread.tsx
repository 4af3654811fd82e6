import type { Growing } from "../../shared/growing-answer";
import type { ConversationEvent } from "../../shared/types";
import { askedFields, localText } from "../config";
import { missingFields } from "../model/contact-check";
import { lastPerson, namesAi, type Span, spanAfter, spansOf } from "../model/spans";
import { AiWriting } from "./ai-writing";
import { usePanel } from "./context";
import { Knot, knotText } from "./knot";
import { Message, PendingMessage } from "./message";
import { Rating } from "./rating";
import { TypingLine } from "./typing-line";

function Greeting() {
  const { config, words } = usePanel();
  const own = localText(config.texts?.greeting, words.locale);
  const text = own || words("greeting", { site: config.site.name });
  return (
    <Message entry={{ event: { seq: 0, type: "message", author: "ai", text }, named: true }} />
  );
}

/** What the server's words add to what the knot or the sheet says already. */
function added(text: string, said: string): string {
  const begins = text.toLocaleLowerCase().startsWith(said.toLocaleLowerCase());
  return begins ? text.slice(said.length).replace(/^[.!\s]+/, "") : text;
}

function SystemText({ event, said }: { event: ConversationEvent; said: string }) {
  const text = added(event.text?.trim() ?? "", said.replace(/[.!\s]+$/, ""));
  if (text === "") return null;
  return (
    <div class="message ai system">
      <div class="bubble second" dir="auto">
        {text}
      </div>
    </div>
  );
}

interface WritersProps {
  span: Span;
  last: boolean;
  answer: Growing | null;
}

/** Whose words are on the way, under all that was said. */
function Writers({ span, last, answer }: WritersProps) {
  const { chat, now } = usePanel();
  const other = last ? chat.typing.other.value : null;
  const person = other?.name ?? null;
  const ai = answer !== null || (other !== null && person === null);
  return (
    <>
      {ai && <AiWriting answer={answer} named={namesAi(span, new Date(now.value).toISOString())} />}
      {person !== null && <TypingLine name={person} />}
    </>
  );
}

interface SectionProps {
  span: Span;
  before: Span | undefined;
  last: boolean;
  person: string | null;
  /** What is seen of an answer that belongs here. */
  answer: Growing | null;
}

function Section({ span, before, last, person, answer }: SectionProps) {
  const { chat, config, words } = usePanel();
  const { knot } = span;
  const left = before?.voice === "human" && (span.voice === "ai" || span.voice === "closed");
  const missing = missingFields(chat.log.conversation.value?.contact, askedFields(config));
  const formStands = last && span.voice === "callback" && missing.length > 0;
  return (
    <>
      <Knot span={span} before={before} person={person} fresh={last && !chat.loading.value} />
      <section class="span" data-voice={span.voice}>
        {!knot && <Greeting />}
        {knot && !formStands && (
          <SystemText event={knot} said={knotText(words, knot, before, person)} />
        )}
        {left && <Rating name={person ?? ""} />}
        {span.entries.map((entry) =>
          entry.event.type === "message" ? (
            <Message key={entry.event.seq} entry={entry} />
          ) : (
            <p key={entry.event.seq} class="meta">
              {words("contact.given")}
            </p>
          ),
        )}
        {last &&
          chat.queue.pending.value.map((message) => (
            <PendingMessage key={message.client_id} message={message} />
          ))}
        <Writers span={span} last={last} answer={answer} />
        {last && span.voice === "closed" && <p class="meta">{words("closed.hint")}</p>}
      </section>
    </>
  );
}

/** The whole conversation: one section for each owner, and a knot where it changed. */
export function Thread() {
  const { chat } = usePanel();
  const events = chat.log.events.value;
  const spans = spansOf(events);
  const person = lastPerson(events);
  const answer = chat.typing.answer.now.value;
  const answered = answer && spanAfter(spans, answer.after);
  return (
    <>
      {spans.map((span, index) => (
        <Section
          key={span.key}
          span={span}
          before={spans[index - 1]}
          last={index === spans.length - 1}
          person={person}
          answer={span === answered ? answer : null}
        />
      ))}
    </>
  );
}
