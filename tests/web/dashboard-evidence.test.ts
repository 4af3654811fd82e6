import { describe, expect, test } from "vitest";
import { cutAtEvidence, quoteOf } from "../../web/dashboard/model/evidence";

/** The span of `words` in `text`, counted in bytes as the server counts. */
function spanOf(text: string, words: string) {
  const bytes = new TextEncoder();
  const start = bytes.encode(text.slice(0, text.indexOf(words))).length;
  return { start, end: start + bytes.encode(words).length, text: words };
}

function marked(text: string, spans: { start: number; end: number; text: string }[]): string[] {
  const pieces = cutAtEvidence(text, spans);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  return pieces.filter((piece) => piece.marked).map((piece) => piece.text);
}

describe("evidence in a message", () => {
  test("marks_the_words_in_plain_text", () => {
    const text = "Please, I want a person now";
    expect(marked(text, [spanOf(text, "I want a person")])).toEqual(["I want a person"]);
  });

  test("counts_bytes_before_two_three_and_four_byte_characters", () => {
    const text = "Am așteptat – 😀 vreau să vorbesc cu un om";
    expect(marked(text, [spanOf(text, "să vorbesc cu un om")])).toEqual(["să vorbesc cu un om"]);
  });

  test("marks_a_whole_emoji", () => {
    const text = "no 😡 no";
    expect(marked(text, [spanOf(text, "😡")])).toEqual(["😡"]);
  });

  test("moves_an_offset_inside_a_character_to_its_border", () => {
    expect(marked("ășț", [{ start: 1, end: 3, text: "" }])).toEqual(["ăș"]);
  });

  test("merges_spans_that_overlap", () => {
    const text = "third time I explain this";
    const spans = [spanOf(text, "time I explain"), spanOf(text, "I explain this")];
    expect(marked(text, spans)).toEqual(["time I explain this"]);
  });

  test("keeps_several_spans_in_order", () => {
    const text = "Third time, your bot does not understand";
    const spans = [spanOf(text, "does not understand"), spanOf(text, "Third time")];
    expect(marked(text, spans)).toEqual(["Third time", "does not understand"]);
  });

  test("ignores_spans_outside_the_text_or_turned_round", () => {
    const text = "short";
    expect(marked(text, [{ start: 90, end: 99, text: "" }])).toEqual([]);
    expect(marked(text, [{ start: 4, end: 2, text: "" }])).toEqual([]);
    expect(marked(text, [{ start: -5, end: 0, text: "" }])).toEqual([]);
  });

  test("a_span_that_ends_behind_the_text_marks_up_to_its_end", () => {
    expect(marked("abc", [{ start: 1, end: 50, text: "" }])).toEqual(["bc"]);
  });
});

describe("evidence as a quote", () => {
  test("has_the_words_in_the_order_of_the_message", () => {
    const text = "Third time, your bot does not understand";
    const spans = [spanOf(text, "does not understand"), spanOf(text, "Third time")];
    expect(quoteOf(spans)).toBe("Third time … does not understand");
  });

  test("says_a_span_inside_another_once", () => {
    const text = "I want to talk to a human";
    const spans = [spanOf(text, "a human"), spanOf(text, text), spanOf(text, text)];
    expect(quoteOf(spans)).toBe(text);
  });

  test("is_one_line_and_not_too_long", () => {
    const text = `lost\n\n  ${"😡".repeat(200)}`;
    const quote = quoteOf([spanOf(text, text)]);
    expect(quote.startsWith("lost 😡")).toBe(true);
    expect([...quote]).toHaveLength(160);
    expect(quote.endsWith("😡…")).toBe(true);
  });

  test("of_nothing_is_empty", () => {
    expect(quoteOf([])).toBe("");
    expect(quoteOf([{ start: 0, end: 0, text: "" }])).toBe("");
  });
});
