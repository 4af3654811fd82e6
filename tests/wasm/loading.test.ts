// @vitest-environment node
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type CoreSource, loadDetection, loadHandoffCore, loadState } from "handoff-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const built = (name: string) => new URL(`../../build/wasm/${name}`, import.meta.url);
const detection = built("handoff-core.wasm");
const state = built("handoff-state.wasm");
const team = { hours: { monday: { start: "09:00", end: "18:00" } } };

const bytesOf = async (file: URL) => new Uint8Array(await readFile(file));

async function works(source: Parameters<typeof loadHandoffCore>[0]): Promise<void> {
  const core = await loadHandoffCore(source);
  expect(core.detect({ text: "Hello" }).language).toBe("en");
  expect(core.availability(team, "UTC", "2026-11-23T10:00:00Z").open).toBe(true);
}

describe("loading the core", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "handoff-core-"));
    await copyFile(detection, join(folder, "handoff-core.wasm"));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it("looks for the state module beside the address of detection", async () => {
    await works(detection);
    await copyFile(state, join(folder, "handoff-state.v2.wasm"));
    await copyFile(detection, join(folder, "handoff-core.v2.wasm"));
    await works(pathToFileURL(join(folder, "handoff-core.v2.wasm")));
  });

  it("takes both modules from wherever they are", async () => {
    await works({ detection, state });
    await works({
      detection: await bytesOf(detection),
      state: await WebAssembly.compile(await bytesOf(state)),
    });
  });

  it("takes addresses as text, with what follows the file's name", async () => {
    const asked: string[] = [];
    const server = createServer(async ({ url = "" }, response) => {
      asked.push(url);
      const name = url.replace(/^.*\//, "").replace(/\?.*/, "");
      response
        .writeHead(200, { "Content-Type": "application/wasm" })
        .end(await readFile(built(name)));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/handoff-core/`;
    await works(`${base}handoff-core.wasm?v=1`);
    server.close();
    expect(asked.sort()).toEqual([
      "/handoff-core/handoff-core.wasm?v=1",
      "/handoff-core/handoff-state.wasm?v=1",
    ]);
  });

  it("says which module is missing", async () => {
    const alone = pathToFileURL(join(folder, "handoff-core.wasm"));
    await expect(loadHandoffCore(alone)).rejects.toThrow(
      /^the state module could not be loaded: .*handoff-state\.wasm/,
    );
    await expect(loadDetection(alone)).resolves.toBeDefined();
    const broken: CoreSource = new Uint8Array([1, 2, 3]);
    await expect(loadHandoffCore({ detection: broken, state })).rejects.toThrow(
      /^the detection module could not be loaded: /,
    );
  });

  it("says what to do when the file's name does not tell", async () => {
    for (const source of ["/assets/core.wasm", new URL("https://a.example/core.wasm?handoff-core")])
      await expect(loadHandoffCore(source)).rejects.toThrow("{ detection, state } is accepted");
  });

  it("loads each module alone", async () => {
    expect((await loadDetection(detection)).detect({ text: "Hello" }).language).toBe("en");
    expect((await loadState(state)).reduceJson("null", "{")).toMatch(/^{"error":/);
  });

  it.skipIf(!existsSync(built("index.js")))("finds both beside the built package", async () => {
    const { loadHandoffCore: load } = await import(built("index.js").href);
    const core = await load();
    expect(core.detect({ text: "Hello" }).language).toBe("en");
    expect(core.availability(team, "UTC", "2026-11-23T10:00:00Z").open).toBe(true);
  });
});
