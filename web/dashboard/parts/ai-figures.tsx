import type { AiReport, CountName } from "../model/ai";
import { locale } from "../state/preferences";
import { say } from "../words/say";
import { sayMilliseconds } from "../words/say-ai";

const counts: readonly CountName[] = ["answers", "failures", "fallbacks", "withdrawn", "guarded"];

/** What came of the answers, and how long they took. */
export function AiFigures({ report }: { report: AiReport }) {
  const { latency_ms: latency } = report;
  return (
    <section class="settings-section card">
      <h3>{say("counts.title")}</h3>
      <dl class="ai-figures">
        {counts.map((name) => (
          <Figure
            key={name}
            name={say(`counts.${name}`)}
            value={new Intl.NumberFormat(locale.value).format(report.counts[name] ?? 0)}
            detail={say(`counts.${name}.detail`)}
          />
        ))}
        <Figure
          name={say("counts.time")}
          value={latency ? sayMilliseconds(latency.p50) : "–"}
          detail={latency ? times(latency.p50, latency.p90) : say("reports.no-data")}
        />
      </dl>
    </section>
  );
}

function times(half: number, most: number): string {
  return `${say("reports.half")} ${sayMilliseconds(half)}, ${say("reports.most")} ${sayMilliseconds(most)}`;
}

function Figure({ name, value, detail }: { name: string; value: string; detail: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b class="number">{value}</b>
        <span class="quiet">{detail}</span>
      </dd>
    </div>
  );
}
