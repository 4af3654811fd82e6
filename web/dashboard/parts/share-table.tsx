import { percent } from "../../shared/formats";
import type { Share } from "../model/report";
import { locale } from "../state/preferences";
import { say } from "../words/say";

interface Props {
  title: string;
  head: string;
  rows: Share[];
  write: (name: string) => string;
  /** Counts only: there is no whole they are part of. */
  counted?: boolean;
}

/** Counts by name as a plain table, the largest first. Nothing to count, nothing shown. */
export function ShareTable({ title, head, rows, write, counted = false }: Props) {
  if (rows.length === 0) return null;
  return (
    <section class="report-section">
      <h2>{title}</h2>
      <table class="figures-table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" class="number">
              {say("reports.count")}
            </th>
            {!counted && (
              <th scope="col" class="number">
                {say("reports.share")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row" dir="auto">
                {write(row.name)}
              </th>
              <td class="number">{row.count}</td>
              {!counted && <td class="number">{percent(row.share, locale.value)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
