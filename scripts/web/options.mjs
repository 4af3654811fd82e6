import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./paths.mjs";

/** What every bundle shares. The browsers of 2021 and later. */
export const common = {
  bundle: true,
  minify: true,
  target: ["es2021", "safari15"],
  format: "esm",
  jsx: "automatic",
  jsxImportSource: "preact",
  alias: { "handoff-core": join(root, "wasm/src/index.ts") },
  external: ["node:*"],
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  absWorkingDir: root,
};

/** Turns `import text from "./x.css"` into the minified sheet as a string, its @imports resolved. */
export const cssAsText = {
  name: "css-as-text",
  setup(context) {
    context.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const sheet = await build({
        entryPoints: [path],
        bundle: true,
        minify: true,
        target: common.target,
        write: false,
        metafile: true,
        logLevel: "warning",
      });
      const watchFiles = Object.keys(sheet.metafile.inputs).map((file) =>
        join(process.cwd(), file),
      );
      return { contents: sheet.outputFiles[0].text.trim(), loader: "text", watchFiles };
    });
  },
};
