import { useState } from "preact/hooks";
import { percent } from "../../shared/formats";
import { dayTime, timeOfDay } from "../model/times";
import type { Attempt, InboxItem, State } from "../model/types";
import { hasContact } from "../model/visitor";
import { locale } from "../state/preferences";
import { say } from "../words/say";
import { CauseRow } from "./cause-row";
import { ContactLinks } from "./contact-links";
import { DownIcon } from "./icons";
import { SummaryText } from "./summary-text";

/** Whether nobody has read the summary yet: a person is needed, and none is here. */
export function summaryIsNews(state: State): boolean {
  return state === "waiting" || state === "callback";
}

/** What the visitor wants and what was tried, so that nobody asks twice. Open until somebody took over. */
export function SummaryCard({ item }: { item: InboxItem }) {
  const [isOpen, setOpen] = useState(summaryIsNews(item.state));
  if (!item.summary && !item.handoff && !item.callback) return null;
  const wants = item.summary?.wants;
  return (
    <section class={isOpen ? "summary open" : "summary"} aria-label={say("summary.label")}>
      <button
        type="button"
        class="summary-head"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <b>{say(wants ? "summary.wants" : "summary.label")}</b>
        <span class={isOpen ? "grow" : "grow cut"} dir="auto">
          {wants}
        </span>
        <DownIcon />
      </button>
      {isOpen && <Rows item={item} />}
    </section>
  );
}

function Rows({ item }: { item: InboxItem }) {
  const { summary, handoff, callback } = item;
  const contact = hasContact(item.contact) ? item.contact : null;
  const text = summary && <SummaryText item={item} summary={summary} />;
  return (
    <dl class="summary-rows">
      {summary?.text && text}
      {summary?.tried && summary.tried.length > 0 && <Tried attempts={summary.tried} />}
      {handoff && <CauseRow handoff={handoff} summary={summary} />}
      {callback && <PromiseRow item={item} />}
      {contact && (
        <>
          <dt>{say("summary.contact")}</dt>
          <dd>
            <ContactLinks contact={contact} />
          </dd>
        </>
      )}
      {!summary?.text && text}
    </dl>
  );
}

function Tried({ attempts }: { attempts: Attempt[] }) {
  return (
    <>
      <dt>{say("summary.tried")}</dt>
      <dd>
        <ol>
          {attempts.map((attempt, index) => (
            <li key={index}>
              <span dir="auto">{attempt.question}</span>{" "}
              <span class="quiet number">{sureness(attempt)}</span>
              {attempt.answer && (
                <span class="tried-answer cut" dir="auto" title={attempt.answer}>
                  {attempt.answer}
                </span>
              )}
            </li>
          ))}
        </ol>
      </dd>
    </>
  );
}

function PromiseRow({ item }: { item: InboxItem }) {
  if (!item.callback) return null;
  return (
    <>
      <dt>{say("summary.promise")}</dt>
      <dd>
        <b>{dayTime(item.callback.due_at, locale.value)}</b>
        {item.timezone && (
          <span class="quiet">
            {" · "}
            {say("callbacks.their-time")}{" "}
            {timeOfDay(item.callback.due_at, locale.value, item.timezone)}
          </span>
        )}
      </dd>
    </>
  );
}

function sureness({ confidence }: Attempt): string {
  if (typeof confidence !== "number") return "";
  return say("ai.sure", { score: percent(confidence, locale.value) });
}
