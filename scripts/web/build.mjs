// Builds everything a browser loads into build/web: widget.js, assets/ (content-hashed), demo/, dashboard/,
// service-worker.js.
// The wasm package is built first, from the modules in build/wasm when they exist.
// `--out DIR` builds elsewhere; names after it limit the pages, e.g. `--out /tmp/web demo`.
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildCorePackage } from "./core-package.mjs";
import { buildPage } from "./page.mjs";
import { root } from "./paths.mjs";
import { buildServiceWorker } from "./service-worker.mjs";
import { reportSizes } from "./sizes.mjs";
import { buildWidget } from "./widget.mjs";

const { values, positionals } = parseArgs({
  options: { out: { type: "string", default: join(root, "build/web") } },
  allowPositionals: true,
});
const out = resolve(values.out);
const pages = positionals.length > 0 ? positionals : ["demo", "dashboard"];

await rm(out, { recursive: true, force: true });
await mkdir(join(out, "assets"), { recursive: true });
const coreFiles = await buildCorePackage(out);
await buildWidget(out, coreFiles);
for (const name of pages) await buildPage({ name, out });
if (pages.includes("dashboard")) await buildServiceWorker(out);
await reportSizes(out);
