import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { "handoff-core": `${root}wasm/src/index.ts` } },
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  test: {
    include: ["tests/web/**/*.test.{ts,tsx}", "tests/wasm/**/*.test.ts"],
    environment: "happy-dom",
    restoreMocks: true,
    // A second, the default, is too short for a browser on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
});
