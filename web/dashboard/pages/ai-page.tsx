import type { AiReport } from "../model/ai";
import { AdminsOnly } from "../parts/admins-only";
import { AiErrors, DroppedParameters } from "../parts/ai-errors";
import { AiFigures } from "../parts/ai-figures";
import { AiHealth } from "../parts/ai-health";
import { AiTrialCard } from "../parts/ai-trial";
import { CalibrationTable } from "../parts/calibration-table";
import { PageFrame } from "../parts/page-frame";
import { PolledSettings } from "../parts/polled-settings";
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
    <PolledSettings name="nav.ai" lead="ai-page.lead" of={loaded}>
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
    </PolledSettings>
  );
}
