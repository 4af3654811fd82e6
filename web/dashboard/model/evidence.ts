import type { Evidence } from "./types";

/** A piece of a message: plain, or the words that caused the handoff. */
export interface Piece {
  text: string;
  marked: boolean;
}

/**
 * Cuts a message at its evidence. `start` and `end` count bytes of the UTF-8 text, JavaScript counts UTF-16 units, so
 * the offsets are translated first. Spans that overlap are merged; one outside the text, or inside a character, is
 * moved to the nearest character that contains it.
 */
export function cutAtEvidence(text: string, spans: readonly Evidence[]): Piece[] {
  const ranges = merge(spans.map((span) => toUnits(text, span)).filter(([from, to]) => from < to));
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

const quoteLength = 160;

/** The words that caused the handoff as one line, in the order of the message; what overlaps is said once. */
export function quoteOf(spans: readonly Evidence[]): string {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const words = sorted
    .filter((span, index) => !sorted.slice(0, index).some((before) => before.end >= span.end))
    .map((span) => span.text.replace(/\s+/g, " ").trim())
    .filter(Boolean);
  const characters = [...words.join(" … ")];
  if (characters.length <= quoteLength) return characters.join("");
  return `${characters
    .slice(0, quoteLength - 1)
    .join("")
    .trimEnd()}…`;
}

type Range = [from: number, to: number];

function toUnits(text: string, span: Evidence): Range {
  let bytes = 0;
  let from = text.length;
  let to = text.length;
  let unit = 0;
  for (const character of text) {
    const next = bytes + utf8Length(character);
    if (bytes <= span.start && span.start < next) from = unit;
    if (bytes < span.end && span.end <= next) to = unit + character.length;
    bytes = next;
    unit += character.length;
  }
  if (span.start < 0) from = 0;
  return span.end <= 0 ? [0, 0] : [from, to];
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function merge(ranges: Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const merged: Range[] = [];
  for (const [from, to] of sorted) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
