// @vitest-environment node
import type { Detection, Signal } from "handoff-core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { verdictAt } from "../../wasm/src/verdict-reader";

/** Somewhere in a larger memory, as the core's answers lie. */
const verdictOf = (line: string) => {
  const bytes = new TextEncoder().encode(`...${line}...`);
  return verdictAt(bytes, 3, bytes.length - 6);
};

const signal = (text: string, places = 1): Signal => ({
  reason: "complaint",
  score: 0.81,
  fires: text.length % 2 === 0,
  rule: "complaint.wording",
  evidence: Array.from({ length: places }, (_, i) => ({ start: i, end: 1000 * i, text })),
});

const verdict = (change: Partial<Detection> = {}): Detection => ({
  verdict: "continue",
  reason: null,
  score: 0,
  sentiment: 0,
  language: "en",
  signals: [],
  ...change,
});

describe("the reader of verdicts", () => {
  afterEach(() => vi.restoreAllMocks());

  it("reads the core's own form without JSON.parse", () => {
    const cases = [
      verdict(),
      verdict({ verdict: "handoff", reason: "complaint", score: 1, signals: [signal("late")] }),
      verdict({ signals: [signal("", 0), signal("é語🙏{}[],:", 3), signal("], }")] }),
    ];
    const parse = vi.spyOn(JSON, "parse");
    for (const one of cases) {
      const line = JSON.stringify(one);
      expect(JSON.stringify(verdictOf(line))).toBe(line);
    }
    expect(parse).not.toHaveBeenCalled();
  });

  it("finds the same number in every hundredth", () => {
    for (let hundredths = -100; hundredths <= 100; ++hundredths) {
      const sentiment = hundredths / 100;
      expect(verdictOf(JSON.stringify(verdict({ sentiment }))).sentiment).toBe(sentiment);
    }
  });

  it("leaves what looks otherwise to JSON.parse", () => {
    for (const text of ['"', "\\", "a\nb", '\\"}]}'])
      for (const one of [verdict({ signals: [signal(text)] }), { id: text, ...verdict() }])
        expect(verdictOf(JSON.stringify(one))).toEqual(one);
    for (const broken of [
      "",
      "{",
      '{"verdict":"continue',
      `${JSON.stringify(verdict())} `.slice(1),
    ])
      expect(() => verdictOf(broken)).toThrow(SyntaxError);
    expect(verdictOf('{"verdict":"continue","extra":[]}')).toHaveProperty("extra");
  });
});
