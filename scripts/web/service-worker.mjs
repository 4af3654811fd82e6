import { join } from "node:path";
import { build } from "esbuild";
import { common } from "./options.mjs";

/** The dashboard's service worker. Its name stays the same: a browser asks for it again by that, and compares. */
export async function buildServiceWorker(out) {
  await build({
    ...common,
    format: "iife",
    entryPoints: ["web/dashboard/service-worker/main.ts"],
    outfile: join(out, "service-worker.js"),
  });
}
