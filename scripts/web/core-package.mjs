import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { writeHashed } from "./hashed.mjs";
import { common } from "./options.mjs";
import { root } from "./paths.mjs";

/** The compiled modules: what each is for, and its file's name. */
const modules = { detection: "handoff-core", state: "handoff-state" };

/**
 * Makes build/wasm the npm package `handoff-core` (ES module, types, package.json beside the compiled modules) and puts
 * a hashed copy of each module where the web files are. Returns `{ detection, state }`: the copies' paths, or "" for one
 * that is not compiled.
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
  const files = {};
  for (const [part, name] of Object.entries(modules))
    files[part] = await hashedCopy(out, join(folder, `${name}.wasm`), name);
  return files;
}

async function hashedCopy(out, compiled, name) {
  if (existsSync(compiled)) return writeHashed(out, name, "wasm", await readFile(compiled));
  console.warn(`build/wasm/${name}.wasm is missing: the web files will work without it`);
  return "";
}
