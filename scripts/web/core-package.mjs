import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { writeHashed } from "./hashed.mjs";
import { common } from "./options.mjs";
import { root } from "./paths.mjs";

/**
 * Makes build/wasm the npm package `handoff-core` (ES module, types, package.json beside the compiled core) and puts
 * a hashed copy of the core where the web files are. Returns that copy's path, or "" while the core is not compiled.
 */
export async function buildCorePackage(out) {
  const folder = join(root, "build/wasm");
  await mkdir(folder, { recursive: true });
  await build({
    ...common,
    minify: false,
    entryPoints: [join(root, "wasm/src/index.ts")],
    outfile: join(folder, "index.js"),
  });
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", join(root, "wasm/tsconfig.json")], {
    stdio: "inherit",
  });
  await copyFile(join(root, "wasm/package.json"), join(folder, "package.json"));
  const compiled = join(folder, "handoff-core.wasm");
  if (!existsSync(compiled)) {
    console.warn(
      "build/wasm/handoff-core.wasm is missing: the web files will work without the core",
    );
    return "";
  }
  return writeHashed(out, "handoff-core", "wasm", await readFile(compiled));
}
