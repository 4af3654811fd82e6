import type { ComponentChildren } from "preact";
import type { AiReport, Health } from "../model/ai";
import { dayTime, timeOfDay } from "../model/times";
import { locale } from "../state/preferences";
import { say } from "../words/say";

/** Who answers, and whether it works. */
export function AiHealth({ report }: { report: AiReport }) {
  const { provider, model, endpoint, bot } = report;
  return (
    <section class="settings-section card">
      <h3>{say("ai-page.who")}</h3>
      {provider !== "none" && <HealthLine health={report.health} />}
      <dl class="pairs wide">
        <Pair name={say("ai-page.provider")}>{say(`ai-page.provider.${provider}`)}</Pair>
        {model && <Pair name={say("ai-page.model")}>{model}</Pair>}
        {endpoint && <Pair name={say("ai-page.endpoint")}>{endpoint}</Pair>}
        {bot && <Pair name={say("ai-page.webhook")}>{bot.webhook}</Pair>}
        <Pair name={say("ai-page.articles")}>{report.articles}</Pair>
        <Pair name={say("ai-page.waiting")}>
          {say(`ai-page.waiting.${report.waiting_answers}`)}
        </Pair>
      </dl>
    </section>
  );
}

function HealthLine({ health }: { health: Health }) {
  const { state, last_answer_at, retry_at } = health;
  const last = dayTime(last_answer_at ?? undefined, locale.value);
  const until = state === "paused" ? timeOfDay(retry_at ?? undefined, locale.value) : "";
  return (
    <div class="health" role="status">
      <i class="health-dot" data-health={state} aria-hidden="true" />
      <p>
        <b>{until ? say("health.paused-until", { time: until }) : say(`health.${state}`)}.</b>{" "}
        <span class="second">
          {(state === "failing" || state === "paused") && say(`health.detail.${state}`)}{" "}
          {last && say("health.last", { time: last })}
        </span>
      </p>
    </div>
  );
}

function Pair({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="pair">
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
