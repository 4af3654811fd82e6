import type { AiReport } from "../model/ai";
import { timeOfDay } from "../model/times";
import { AiErrors, DroppedParameters } from "../parts/ai-errors";
import { AiFigures } from "../parts/ai-figures";
import { AiHealth } from "../parts/ai-health";
import { AiTrialCard } from "../parts/ai-trial";
import { CalibrationTable } from "../parts/calibration-table";
import { Empty } from "../parts/empty";
import { Content, PageFrame } from "../parts/page-frame";
import { SettingsTabs } from "../parts/settings-tabs";
import { api } from "../state/api";
import { usePolled } from "../state/load";
import { locale } from "../state/preferences";
import { agent } from "../state/session";
import { say } from "../words/say";

const refreshSeconds = 10;

/** Settings, AI: who answers, how it is doing, and a place to try it. */
export function AiPage() {
  return (
    <PageFrame title={say("settings.title")}>
      {agent.value?.role === "admin" ? (
        <ForAdmins />
      ) : (
        <Empty
          title={say("ai-page.not-admin")}
          detail={say("settings.not-admin-detail")}
          voice="closed"
        />
      )}
    </PageFrame>
  );
}

function ForAdmins() {
  const loaded = usePolled("ai", refreshSeconds, () => api.get<AiReport>("/v1/ai"));
  const { data, error, at, again } = loaded;
  return (
    <>
      <SettingsTabs />
      <h2 class="only-heard">{say("nav.ai")}</h2>
      <p class="second settings-lead">{say("ai-page.lead")}</p>
      {data && error && (
        <p class="strip stale" role="status">
          {say("ai-page.stale", { time: timeOfDay(new Date(at).toISOString(), locale.value) })}
          <button type="button" class="text-button" onClick={again}>
            {say("action.retry")}
          </button>
        </p>
      )}
      <Content of={loaded}>
        {(report) => (
          <>
            <AiHealth report={report} />
            <AiFigures report={report} />
            <AiTrialCard provider={report.provider} onAsked={again} />
            <CalibrationTable bins={report.calibration} />
            <AiErrors errors={report.errors} />
            <DroppedParameters names={report.dropped_parameters} />
          </>
        )}
      </Content>
    </>
  );
}
