import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { writeHashed } from "./hashed.mjs";
import { common, cssAsText } from "./options.mjs";

async function bundle(entry, define, format) {
  const result = await build({
    ...common,
    format,
    entryPoints: [entry],
    define,
    plugins: [cssAsText],
    write: false,
  });
  return result.outputFiles[0].contents;
}

/** The panel (hashed, loaded on demand) and the loader widget.js, which knows the panel's name. */
export async function buildWidget(out, coreFiles) {
  const besidePanel = (file) => JSON.stringify(file.replace("assets/", ""));
  const files = {
    DETECTION_FILE: besidePanel(coreFiles.detection),
    STATE_FILE: besidePanel(coreFiles.state),
  };
  const panel = await bundle("web/widget/panel.tsx", files, "esm");
  const panelFile = await writeHashed(out, "panel", "js", panel);
  const loader = await bundle(
    "web/widget/loader.ts",
    { PANEL_FILE: JSON.stringify(panelFile) },
    "iife",
  );
  await writeFile(join(out, "widget.js"), loader);
}
