// @vitest-environment node
import { readFileSync } from "node:fs";
import { type HandoffCore, loadHandoffCore } from "handoff-core";
import { beforeAll, describe, expect, it } from "vitest";

const compiled = new URL("../../build/wasm/handoff-core.wasm", import.meta.url);
const compiledState = new URL("../../build/wasm/handoff-state.wasm", import.meta.url);
const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), "utf8"));

interface DetectCase {
  name: string;
  input: object;
  settings: object | null;
  output: string;
}

interface AvailabilityCase {
  name: string;
  hours: { timezone?: string };
  zone: { name: string; spans: [number, number][] };
  at: string;
  output: string;
}

interface ReduceCase {
  name: string;
  conversation: object | null;
  event: object;
  output: string;
}

describe("the core as WebAssembly", () => {
  let core: HandoffCore;

  beforeAll(async () => {
    core = await loadHandoffCore(compiled);
  });

  it.each([compiled, compiledState])(
    "asks the system for nothing that can be refused: %s",
    async (file) => {
      const module = await WebAssembly.compile(readFileSync(file));
      const imports = WebAssembly.Module.imports(module).map(({ module: from }) => from);
      expect(imports.filter((from) => from !== "wasi_snapshot_preview1" && from !== "env")).toEqual(
        [],
      );
    },
  );

  it("prints the verdicts of the native program, byte for byte", () => {
    for (const { name, input, settings, output } of fixture("detect") as DetectCase[]) {
      const line = core.detectJson(JSON.stringify(input), settings ? JSON.stringify(settings) : "");
      expect([name, line]).toEqual([name, output]);
    }
  });

  it("knows the hours as the native program does", () => {
    for (const { name, hours, zone, at, output } of fixture("availability") as AvailabilityCase[])
      expect([name, core.availability(hours, zone, at)]).toEqual([name, JSON.parse(output)]);
  });

  it("folds as the server folds, byte for byte", () => {
    for (const { name, conversation, event, output } of fixture("reduce") as ReduceCase[]) {
      const line = core.reduceJson(JSON.stringify(conversation), JSON.stringify(event));
      expect([name, line]).toEqual([name, output]);
    }
  });

  it("takes a zone by its name", () => {
    const hours = {
      timezone: "Europe/Bucharest",
      hours: { monday: { start: "09:00", end: "18:00" } },
    };
    const answer = core.availability(hours, "Europe/Bucharest", new Date("2026-11-23T16:30:00Z"));
    expect(answer).toMatchObject({ open: false, opens_at: "2026-11-30T09:00:00+02:00" });
  });

  it("says what was wrong, and goes on", () => {
    expect(() => core.availability({}, { name: "X", spans: [] }, "soon")).toThrow(
      /not an instant|at/,
    );
    expect(JSON.parse(core.detectJson("{"))).toHaveProperty("error");
    expect(core.detect({ text: "Hello" }).verdict).toBe("continue");
  });

  it("hears an explicit wish for a person, in both languages", () => {
    expect(core.detect({ text: "I want to talk to a human, please" }).verdict).toBe("handoff");
    expect(core.detect({ text: "vreau să vorbesc cu un om, vă rog" })).toMatchObject({
      verdict: "handoff",
      reason: "user_request",
      language: "ro",
    });
    const off = { triggers: { user_request: { enabled: false } } };
    expect(core.detect({ text: "I want to talk to a human, please" }, off).reason).not.toBe(
      "user_request",
    );
  });

  it("folds the log of a conversation as the server does", () => {
    const at = "2026-11-23T10:00:00Z";
    const start = {
      id: "c1",
      site: "default",
      state: "ai",
      epoch: 1,
      as_of_seq: 0,
      created_at: at,
      updated_at: at,
    };
    const asked = core.reduce<Record<string, unknown>, object>(start, {
      seq: 1,
      type: "handoff.requested",
      at,
      author: "visitor",
      handoff_id: "h1",
      reason: "user_request",
      rule: "button",
      evidence: [],
      text: "",
    });
    expect(asked).toMatchObject({ state: "waiting", as_of_seq: 1, handoff: { id: "h1" } });
    const taken = core.reduce<Record<string, unknown>, object>(asked, {
      seq: 2,
      type: "taken_over",
      at,
      author: "agent",
      agent: { id: "a1", name: "Ana" },
      text: "",
    });
    expect(taken).toMatchObject({ state: "human", owner: { name: "Ana" }, as_of_seq: 2 });
  });

  it("folds the messages of everybody", () => {
    const at = "2026-11-23T10:00:00Z";
    const start = {
      id: "c1",
      site: "default",
      state: "ai",
      epoch: 1,
      as_of_seq: 0,
      created_at: at,
      updated_at: at,
    };
    const ana = { id: "a1", name: "Ana" };
    const events = [
      { type: "message", author: "visitor", client_id: "m1", text: "Hello" },
      {
        type: "message",
        author: "ai",
        text: "Hi",
        confidence: 0.4,
        epoch: 1,
        sources: [{ title: "Sizes", url: "/a" }],
      },
      { type: "handoff.offered", author: "system", reason: "low_confidence" },
      { type: "message", author: "agent", agent: ana, client_id: "m2", text: "I am Ana" },
      { type: "hidden" },
    ];
    const folded = events.reduce<Record<string, unknown>>(
      (before, event, index) => core.reduce(before, { seq: index + 1, at, ...event }),
      start,
    );
    expect(folded).toMatchObject({ as_of_seq: events.length, state: "ai" });
  });

  it("answers at once, also after very long texts", () => {
    const big = "x".repeat(100_000);
    for (let i = 0; i < 5; ++i) core.detect({ text: big });
    const start = performance.now();
    for (let i = 0; i < 200; ++i) core.detect({ text: "Where is my order 4417?" });
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
