// @vitest-environment node
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const native = new URL("build/release/bin/handoff", root).pathname;
const compiled = new URL("build/wasm/handoff-core.wasm", root);
const messages = 50_000;
const seed = 20261128;

function mulberry(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

/** Our own sentences: as they are, cut, joined, shouted, and with bytes that are not UTF-8. Each ends a line of JSON. */
function lines(): Uint8Array[] {
  const folder = new URL("core/model/sentences/", root);
  const texts = readdirSync(folder).flatMap((name) =>
    readFileSync(new URL(name, folder), "utf8")
      .split("\n")
      .slice(1, -1)
      .map((line) => line.split("\t")[0] ?? ""),
  );
  const random = mulberry(seed);
  const pick = () => texts[random() % texts.length] ?? "";
  const encoder = new TextEncoder();
  return Array.from({ length: messages }, () => {
    let text = pick();
    const kind = random() % 6;
    if (kind === 1) text = `${text} ${pick()}`;
    if (kind === 2) text = text.toUpperCase();
    if (kind === 3) text = [...text].slice(0, random() % 20).join("");
    const line = encoder.encode(JSON.stringify({ text }));
    if (kind === 4)
      line[10 + (random() % Math.max(1, line.length - 12))] = 0x80 | (random() % 0x80);
    return line;
  });
}

async function wasmDetector(): Promise<(line: Uint8Array) => string> {
  const module = await WebAssembly.compile(readFileSync(compiled));
  const system = new Proxy({}, { get: () => () => 52 });
  const { exports } = await WebAssembly.instantiate(module, new Proxy({}, { get: () => system }));
  const core = exports as Record<string, (...given: number[]) => number> & {
    memory: WebAssembly.Memory;
  };
  core._initialize?.();
  const room = 1 << 16;
  const pointer = core.handoff_alloc?.(room) ?? 0;
  return (line) => {
    new Uint8Array(core.memory.buffer).set(line, pointer);
    const answer = core.handoff_detect?.(pointer, line.length) ?? 0;
    const [at = 0, size = 0] = new Uint32Array(core.memory.buffer, answer, 2);
    return new TextDecoder().decode(new Uint8Array(core.memory.buffer, at, size));
  };
}

describe.skipIf(!existsSync(native) || !existsSync(compiled))("native and WebAssembly", () => {
  it(`agree to the byte over ${messages} messages, invalid UTF-8 among them (seed ${seed})`, async () => {
    const given = lines();
    const run = spawnSync(native, ["detect"], {
      input: Buffer.concat(given.flatMap((line) => [line, Uint8Array.of(10)])),
      maxBuffer: 2 ** 30,
    });
    const theirs = run.stdout.toString("utf8").split("\n");
    const detect = await wasmDetector();
    let refused = 0;
    given.forEach((line, i) => {
      const ours = detect(line);
      if (!ours.startsWith('{"error"')) {
        if (ours !== theirs[i]) expect(ours).toBe(theirs[i]);
        return;
      }
      refused += 1;
      // The program says which line it was; the reason is the same.
      expect(JSON.parse(theirs[i] ?? "{}").error).toBe(JSON.parse(ours).error);
    });
    expect(theirs.length).toBe(messages + 1);
    expect(refused).toBeGreaterThan(1000);
  }, 120_000);
});
