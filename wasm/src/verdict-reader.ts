import type { Detection, Signal, Verdict } from "./types.js";

const quote = 0x22;
const comma = 0x2c;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const colon = 0x3a;
const openList = 0x5b;
const backslash = 0x5c;
const openObject = 0x7b;
const closeObject = 0x7d;
const firstBeyondAscii = 0x80;
const mostWords = 256;

const decoder = new TextDecoder();

/** The words that verdicts are made of are few: names of rules, reasons, languages. Each is decoded once. */
const words = new Map<number, string>();

function matches(word: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== bytes[from + i]) return false;
  return true;
}

/**
 * Reads the one form in which the core writes a verdict, from its UTF-8, in a fraction of the time that JSON.parse needs
 * for it. What looks otherwise (an escape in a text, an id) is left to JSON.parse.
 */
class VerdictReader {
  private asExpected = true;

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
    private readonly end: number,
  ) {}

  verdict(): Detection | null {
    this.skip(`{"verdict":"`.length, quote);
    const verdict = this.word() as Verdict;
    const reason = this.reasonOrNull();
    this.skip(`,"score":`.length, colon);
    const score = this.number();
    this.skip(`,"sentiment":`.length, colon);
    const sentiment = this.number();
    this.skip(`,"language":"`.length, quote);
    const language = this.word();
    this.skip(`,"signals":[`.length, openList);
    const signals: Signal[] = [];
    while (this.asExpected && this.code() === openObject) signals.push(this.signal());
    this.skip("]}".length, closeObject);
    if (!this.asExpected || this.at !== this.end) return null;
    return { verdict, reason, score, sentiment, language, signals };
  }

  private signal(): Signal {
    this.skip(`{"reason":"`.length, quote);
    const reason = this.word();
    this.skip(`,"score":`.length, colon);
    const score = this.number();
    this.skip(`,"fires":`.length, colon);
    const fires = this.code() === 0x74; // the t of true
    this.at += fires ? "true".length : "false".length;
    this.skip(`,"rule":"`.length, quote);
    const rule = this.word();
    this.skip(`,"evidence":[`.length, openList);
    const evidence: Signal["evidence"] = [];
    while (this.asExpected && this.code() === openObject) {
      this.skip(`{"start":`.length, colon);
      const start = this.number();
      this.skip(`,"end":`.length, colon);
      const end = this.number();
      this.skip(`,"text":"`.length, quote);
      evidence.push({ start, end, text: this.text() });
      this.closed(1);
    }
    this.closed(2);
    return { reason, score, fires, rule, evidence };
  }

  private reasonOrNull(): string | null {
    const reason = `,"reason":`;
    this.skip(reason.length, colon);
    if (this.code() === quote) {
      ++this.at;
      return this.word();
    }
    this.at += "null".length;
    return null;
  }

  private code(): number {
    return this.bytes[this.at] as number;
  }

  /** Over that many characters, of which the last must be this one. */
  private skip(length: number, last: number): void {
    this.at += length;
    if (this.bytes[this.at - 1] !== last) this.asExpected = false;
  }

  /** The end of an item of a list, and what separates it from the next. */
  private closed(length: number): void {
    this.skip(length, closeObject);
    if (this.code() === comma) ++this.at;
  }

  /** From behind the opening quote over the closing one. */
  private text(): string {
    const from = this.at;
    let all = 0;
    let code = this.code();
    for (; code !== quote && code !== backslash && this.at < this.end; code = this.code()) {
      all |= code;
      ++this.at;
    }
    if (code !== quote || this.at >= this.end) this.asExpected = false;
    const to = this.at++;
    const short = to - from < 64 && all < firstBeyondAscii;
    return short ? ascii(this.bytes, from, to) : decoder.decode(this.bytes.subarray(from, to));
  }

  private word(): string {
    const from = this.at;
    let hash = 0;
    let code = this.code();
    for (; code !== quote && code !== backslash && this.at < this.end; code = this.code()) {
      hash = (Math.imul(hash, 31) + code) | 0;
      ++this.at;
    }
    const known = words.get(hash);
    if (known !== undefined && code === quote && matches(known, this.bytes, from, this.at)) {
      ++this.at;
      return known;
    }
    this.at = from;
    const word = this.text();
    if (this.asExpected && words.size < mostWords) words.set(hash, word);
    return word;
  }

  /** Digits over a power of ten are the same double that JSON.parse finds. */
  private number(): number {
    const negative = this.code() === minus;
    if (negative) ++this.at;
    const whole = this.digits();
    if (this.code() !== point) return negative ? -whole : whole;
    const from = ++this.at;
    const part = this.digits();
    const unit = 10 ** (this.at - from);
    const size = (whole * unit + part) / unit;
    return negative ? -size : size;
  }

  private digits(): number {
    let value = 0;
    for (let digit = this.code() - zero; digit >= 0 && digit <= 9; digit = this.code() - zero) {
      value = value * 10 + digit;
      ++this.at;
    }
    return value;
  }
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}

/** The verdict that the core has written into `bytes`, from `at` on, without an id. */
export function verdictAt(bytes: Uint8Array, at: number, size: number): Detection {
  const end = at + size;
  return (
    new VerdictReader(bytes, at, end).verdict() ??
    (JSON.parse(decoder.decode(bytes.subarray(at, end))) as Detection)
  );
}
