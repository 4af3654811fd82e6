import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with one line for each thing that axe finds wrong on the page. */
export async function assertAccessible(page, where) {
  await page.evaluate(axe);
  const lines = await page.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run({ runOnly: { type: "tag", values: tags } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} at ${JSON.stringify(node.target)}: ${node.failureSummary}`),
    );
  }, values);
  assert.deepEqual(lines, [], `accessibility of ${where}`);
}
