import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { writeHashed } from "./hashed.mjs";
import { common } from "./options.mjs";
import { root } from "./paths.mjs";

/**
 * Builds web/NAME: main.ts(x) with the style sheets it imports, and index.html. The page's own names main.js and
 * main.css become the hashed ones: `/assets/main.js` in the html is replaced by `/assets/NAME-HASH.js`, and so is the
 * product's `/assets/icon.svg`.
 */
export async function buildPage({ name, out }) {
  const folder = join(root, "web", name);
  const entry = ["main.tsx", "main.ts"].map((file) => join(folder, file)).find(existsSync);
  if (!entry) {
    console.warn(`web/${name}: no main.ts or main.tsx, left out`);
    return;
  }
  const result = await build({
    ...common,
    entryPoints: [entry],
    outdir: "/main",
    write: false,
  });
  let html = await readFile(join(folder, "index.html"), "utf8");
  for (const file of result.outputFiles) {
    const extension = file.path.split(".").pop();
    const hashed = await writeHashed(out, name, extension, file.contents);
    html = html.replace(`/assets/main.${extension}`, `/${hashed}`);
  }
  const icon = await readFile(join(root, "web/shared/icon.svg"));
  html = html.replace("/assets/icon.svg", `/${await writeHashed(out, "icon", "svg", icon)}`);
  if (html.includes("/assets/main."))
    throw new Error(`web/${name}/index.html names a file it has not`);
  await mkdir(join(out, name), { recursive: true });
  await writeFile(join(out, name, "index.html"), html);
}
