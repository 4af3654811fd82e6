import { useState } from "preact/hooks";
import { percent } from "../../shared/formats";
import {
  keptShare,
  lastDays,
  type Percentiles,
  type PromiseCounts,
  type Report,
  sharesOf,
} from "../model/report";
import { Empty } from "../parts/empty";
import { Content, PageFrame } from "../parts/page-frame";
import { ShareTable } from "../parts/share-table";
import { api } from "../state/api";
import { useLoaded } from "../state/load";
import { locale } from "../state/preferences";
import { en } from "../words/en";
import { say, sayReason } from "../words/say";
import { sayRule } from "../words/say-cause";
import { sayDuration } from "../words/say-time";
import type { WordKey } from "../words/words";

const ranges = [7, 30, 90];

/** Plain figures about handoffs: how many, why, how long people waited. */
export function ReportsPage() {
  const [days, setDays] = useState(30);
  const [opened] = useState(() => Date.now());
  const path = `/v1/reports/handoffs?${lastDays(days, opened)}`;
  const loaded = useLoaded(path, () => api.get<Report>(path));
  return (
    <PageFrame title={say("reports.title")}>
      <div class="report-head">
        <p class="second">{say("reports.lead", { days })}</p>
        <fieldset class="segments plain" aria-label={say("reports.days")}>
          {ranges.map((range) => (
            <button
              key={range}
              type="button"
              aria-pressed={range === days}
              onClick={() => setDays(range)}
            >
              {range}
            </button>
          ))}
        </fieldset>
      </div>
      <Content of={loaded}>{(report) => <Figures report={report} />}</Content>
    </PageFrame>
  );
}

function Figures({ report }: { report: Report }) {
  const whole = report.handoffs;
  const unanswered = (report.unanswered ?? []).map(({ question, count }) => ({
    name: question,
    count,
    share: 0,
  }));
  return (
    <>
      {whole === 0 ? (
        <Empty title={say("reports.empty")} detail={say("reports.empty-detail")} />
      ) : (
        <>
          <div class="figures">
            <Figure label={say("reports.handoffs")} value={String(whole)} />
            <Waits label={say("reports.wait")} of={report.wait_seconds} />
            <Waits label={say("reports.first")} of={report.first_response_seconds} />
            <PromisesKept of={report.promises} />
          </div>
          <ShareTable
            title={say("reports.by-reason")}
            head={say("reports.reason")}
            rows={sharesOf(report.by_reason, whole)}
            write={sayReason}
          />
          <ShareTable
            title={say("reports.by-outcome")}
            head={say("reports.outcome")}
            rows={sharesOf(report.by_outcome, whole)}
            write={outcomeWords}
          />
          <ShareTable
            title={say("reports.by-rule")}
            head={say("reports.rule")}
            rows={sharesOf(report.by_rule, whole)}
            write={sayRule}
          />
        </>
      )}
      <ShareTable
        title={say("reports.unanswered")}
        head={say("reports.question")}
        rows={unanswered}
        write={String}
        counted
      />
    </>
  );
}

function Figure({ label, value, detail }: { label: string; value: string; detail?: string }) {
  return (
    <div class="figure card">
      <p class="second t13">{label}</p>
      <p class="figure-value number">{value}</p>
      {detail && <p class="quiet t12">{detail}</p>}
    </div>
  );
}

function Waits({ label, of }: { label: string; of: Percentiles | null | undefined }) {
  if (typeof of?.p50 !== "number") return <Figure label={label} value={say("reports.no-data")} />;
  const most = typeof of.p90 === "number" ? `, ${say("reports.most")} ${seconds(of.p90)}` : "";
  return (
    <Figure
      label={label}
      value={seconds(of.p50)}
      detail={`${say("reports.half")} ${seconds(of.p50)}${most}`}
    />
  );
}

/** "94%, 47 of 50, 3 open"; nothing where nothing was promised. */
function PromisesKept({ of }: { of: PromiseCounts | undefined }) {
  if (!of || of.open + of.kept + of.broken === 0) return null;
  const share = keptShare(of);
  const settled = say("reports.promises-of", { kept: of.kept, all: of.kept + of.broken });
  const open = say("reports.promises-open", { count: of.open });
  return (
    <Figure
      label={say("reports.promises")}
      value={share === null ? "–" : percent(share, locale.value)}
      detail={[share === null ? say("reports.promises-none") : settled, of.open > 0 ? open : ""]
        .filter(Boolean)
        .join(", ")}
    />
  );
}

function seconds(count: number): string {
  return count < 90
    ? say("reports.seconds", { count: Math.round(count) })
    : sayDuration(count / 60);
}

function outcomeWords(name: string): string {
  const key = `outcome.${name}`;
  if (key in en) return say(key as WordKey);
  return name === "none" || name === "null" || name === "" ? say("reports.none") : name;
}
