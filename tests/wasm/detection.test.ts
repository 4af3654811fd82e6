// @vitest-environment node
import { readFileSync } from "node:fs";
import { type DetectionInput, type HandoffDetection, loadDetection } from "handoff-core";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ModuleCalls } from "../../wasm/src/calls";
import { instantiate } from "../../wasm/src/instance";

const compiled = await WebAssembly.compile(
  readFileSync(new URL("../../build/wasm/handoff-core.wasm", import.meta.url)),
);
const keyword = (phrase: string) => ({ triggers: { keywords: [{ phrase }] } });

const texts = [
  "",
  "Hello",
  "I want to talk to a human, please",
  "vreau să vorbesc cu un om, vă rog",
  'They call it "support" and I call it C:\\waste\n\tof time',
  "This is the third time I write, nothing works and I am furious!!! 😡",
  "My order 4417 has not arrived, I want my money back",
  "We need 250 licences for our company, who can send us an offer?",
];

describe("detection as WebAssembly", () => {
  let core: HandoffDetection;
  const rules = (text: string, settings?: object | null) =>
    core.detect({ text }, settings).signals.map(({ rule }) => rule);

  beforeEach(async () => {
    core = await loadDetection(compiled);
  });

  it("judges a bare text as the line of JSON with it", () => {
    for (const text of texts) {
      const line = JSON.parse(core.detectJson(JSON.stringify({ text })));
      expect(core.detect({ text })).toEqual(line);
      expect(Object.keys(core.detect({ text }))).toEqual(Object.keys(line));
    }
  });

  it("reads control characters as JSON does", () => {
    for (const text of ["a\u0000b", "human\u0007please"])
      expect(core.detect({ text })).toEqual(JSON.parse(core.detectJson(JSON.stringify({ text }))));
  });

  it("gives an id back, before everything else", () => {
    const answer = core.detect({ id: "m1", text: "Hello" });
    expect(Object.keys(answer)[0]).toBe("id");
    expect(answer).toEqual(JSON.parse(core.detectJson('{"id":"m1","text":"Hello"}')));
    expect(core.detect({ id: undefined, text: "Hello" })).not.toHaveProperty("id");
    const number = { id: 7, text: "Hello" } as unknown as DetectionInput;
    expect(core.detect(number).id).toBe(7);
  });

  it("answers each call with an object of its own", () => {
    const first = core.detect({ text: "Hello" });
    first.signals.push(...core.detect({ text: texts[2] ?? "" }).signals);
    first.verdict = "handoff";
    expect(core.detect({ text: "Hello" })).not.toEqual(first);
  });

  it("reads settings when they are first seen", () => {
    const settings = keyword("alpha");
    expect(rules("alpha beta", settings)).toContain("keyword.alpha");
    const read = vi.spyOn(JSON, "stringify");
    expect(rules("alpha beta", settings)).toContain("keyword.alpha");
    expect(read).not.toHaveBeenCalled();
    settings.triggers = keyword("beta").triggers;
    expect(rules("alpha beta", settings)).toContain("keyword.alpha");
    expect(rules("alpha beta", { ...settings })).toContain("keyword.beta");
  });

  it("keeps no settings for a call without them", () => {
    const settings = keyword("alpha");
    for (const none of [undefined, null, {}]) {
      expect(rules("alpha", settings)).toContain("keyword.alpha");
      expect(rules("alpha", none)).not.toContain("keyword.alpha");
    }
    core.detectJson('{"text":"alpha"}', JSON.stringify(keyword("beta")));
    expect(rules("alpha", settings)).toContain("keyword.alpha");
    core.detectJson('{"text":"alpha"}');
    expect(rules("alpha", settings)).toContain("keyword.alpha");
  });

  it("refuses bad settings each time, and goes on with good ones", () => {
    const bad = { triggers: { keywrds: [] } };
    const good = keyword("alpha");
    for (const _ of [1, 2]) {
      expect(() => core.detect({ text: "alpha" }, bad)).toThrow(/^settings: .*keywrds/);
      expect(core.detectJson('{"text":"alpha"}', "{")).toMatch(/^{"error":"settings: /);
      expect(rules("alpha", good)).toContain("keyword.alpha");
    }
  });

  it("names what is wrong with an input", () => {
    const wrong: [unknown, RegExp][] = [
      [undefined, /not valid JSON/],
      [null, /object/],
      ["Hello", /object/],
      [{}, /text/],
      [{ text: 5 }, /text/],
      [{ text: null }, /text/],
      [{ text: "Hello", txt: "Hello" }, /txt/],
      [{ text: "Hello", messages: [] }, /one of the two/],
      [{ text: "Hello", attributes: [] }, /attributes/],
      [{ messages: [{ author: "nobody", text: "Hello" }] }, /author/],
    ];
    for (const [input, problem] of wrong)
      expect(() => core.detect(input as DetectionInput), JSON.stringify(input)).toThrow(problem);
    expect(core.detect({ text: "Hello" }).verdict).toBe("continue");
  });

  it("reads what JSON would read of an unusual object", () => {
    const asJson = Object.assign(Object.create({ toJSON: () => ({ text: texts[2] }) }), {
      text: "Hello",
    });
    expect(core.detect(asJson)).toEqual(core.detect({ text: texts[2] ?? "" }));
    expect(core.detect({ text: "Hello", attributes: undefined })).toEqual(
      core.detect({ text: "Hello" }),
    );
  });

  it("takes half of a surrogate pair for U+FFFD", () => {
    for (const half of ["\ud83d", "\ude00"]) {
      const text = `${half} human please ${half}`;
      const replaced = text.replaceAll(half, "\ufffd");
      expect(core.detect({ text })).toEqual(core.detect({ text: replaced }));
    }
  });

  it("takes long texts", () => {
    const wish = "I want to talk to a human, please. ";
    for (const units of [65_536, 1_000, 64]) {
      for (const letter of ["x", "ă", "語", "🙏"]) {
        const text = wish + `${letter} `.repeat(units / 4);
        const line = JSON.parse(core.detectJson(JSON.stringify({ text })));
        expect(core.detect({ text }), `${units} of ${letter}`).toEqual(line);
        expect(line.verdict).toBe("handoff");
      }
    }
  });

  it("finds its memory again when that has grown", async () => {
    const exports = await instantiate(compiled, "detection");
    const memory = exports.memory as WebAssembly.Memory;
    const calls = new ModuleCalls(exports);
    const before = calls.call("handoff_detect_text", "Hello");
    const size = memory.buffer.byteLength;
    const long = calls.call(
      "handoff_detect",
      JSON.stringify({ id: "x".repeat(size), text: "Hello" }),
    );
    expect(memory.buffer.byteLength).toBeGreaterThan(2 * size);
    expect(long.length).toBeGreaterThan(size);
    expect(calls.call("handoff_detect_text", "Hello")).toBe(before);
  });
});
