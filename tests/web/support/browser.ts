import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser of this machine: `CHROMIUM`, or Debian's. */
export const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const hasBrowser = existsSync(browserPath);

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath, args: flags });
}

/** Builds the widget and the demo page into a folder of their own. */
export const buildWidget = (): string => buildWeb("demo");

/** Builds the dashboard into a folder of its own. */
export const buildDashboard = (): string => buildWeb("dashboard");

function buildWeb(page: string): string {
  const out = mkdtempSync(join(tmpdir(), "handoff-web-"));
  execFileSync(process.execPath, ["scripts/web/build.mjs", "--out", out, page], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return out;
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Finding {
  id: string;
  nodes: { target: unknown; failureSummary?: string }[];
}

/** What axe finds wrong on the page, in one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const findings = (await page.evaluate(
    `axe.run({ runOnly: { type: "tag", values: ${JSON.stringify(tags)} } }).then((r) => r.violations)`,
  )) as Finding[];
  return findings.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${JSON.stringify(node.target)}: ${node.failureSummary ?? ""}`),
  );
}
