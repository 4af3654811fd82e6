import { percent } from "../../shared/formats";
import { type CalibrationBin, handedOverShare } from "../model/ai";
import { locale } from "../state/preferences";
import { say } from "../words/say";

/** How often a person was needed after answers of each certainty. Few answers say nothing, and the table says so. */
export function CalibrationTable({ bins }: { bins: readonly CalibrationBin[] }) {
  const any = bins.some((bin) => bin.answers > 0);
  return (
    <section class="settings-section card">
      <h3>{say("calibration.title")}</h3>
      {any ? <Table bins={bins} /> : <p class="quiet">{say("calibration.none")}</p>}
    </section>
  );
}

function Table({ bins }: { bins: readonly CalibrationBin[] }) {
  return (
    <>
      <p class="second">{say("calibration.lead")}</p>
      <table class="figures-table calibration">
        <thead>
          <tr>
            <th scope="col">{say("calibration.sure")}</th>
            <th scope="col" class="number">
              {say("calibration.answers")}
            </th>
            <th scope="col">{say("calibration.handed")}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => (
            <tr key={bin.from}>
              <th scope="row" class="range number">
                {range(bin)}
              </th>
              <td class="number">{bin.answers}</td>
              <td>
                <Share bin={bin} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Share({ bin }: { bin: CalibrationBin }) {
  const share = handedOverShare(bin);
  if (bin.answers === 0) return <span class="quiet">–</span>;
  if (share === null) return <span class="quiet">{say("calibration.few")}</span>;
  return (
    <span class="share">
      <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
        <rect width={100 * share} height="14" />
      </svg>
      <b class="number">{percent(share, locale.value)}</b>
    </span>
  );
}

function range({ from, to }: CalibrationBin): string {
  return `${Math.round(from * 100)}–${percent(to, locale.value)}`;
}
