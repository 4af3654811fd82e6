import type { AiReport } from "../model/ai";
import { AdminsOnly } from "../parts/admins-only";
import { AiErrors, DroppedParameters } from "../parts/ai-errors";
import { AiFigures } from "../parts/ai-figures";
import { AiHealth } from "../parts/ai-health";
import { AiTrialCard } from "../parts/ai-trial";
import { CalibrationTable } from "../parts/calibration-table";
import { Content, PageFrame } from "../parts/page-frame";
import { SettingsTabs } from "../parts/settings-tabs";
import { StaleStrip } from "../parts/stale-strip";
import { api } from "../state/api";
import { usePolled } from "../state/load";
import { say } from "../words/say";

const refreshSeconds = 10;

/** Settings, AI: who answers, how it is doing, and a place to try it. */
export function AiPage() {
  return (
    <PageFrame title={say("settings.title")}>
      <AdminsOnly>
        <ForAdmins />
      </AdminsOnly>
    </PageFrame>
  );
}

function ForAdmins() {
  const loaded = usePolled("ai", refreshSeconds, () => api.get<AiReport>("/v1/ai"));
  return (
    <>
      <SettingsTabs />
      <h2 class="only-heard">{say("nav.ai")}</h2>
      <p class="second settings-lead">{say("ai-page.lead")}</p>
      <StaleStrip of={loaded} />
      <Content of={loaded}>
        {(report) => (
          <>
            <AiHealth report={report} />
            <AiFigures report={report} />
            <AiTrialCard provider={report.provider} onAsked={loaded.again} />
            <CalibrationTable bins={report.calibration} />
            <AiErrors errors={report.errors} />
            <DroppedParameters names={report.dropped_parameters} />
          </>
        )}
      </Content>
    </>
  );
}
