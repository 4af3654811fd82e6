import type { Source } from "./types";

/** The answer of GET /v1/ai. */
export interface AiReport {
  provider: "builtin" | "openai" | "external" | "none";
  model: string | null;
  endpoint: string | null;
  articles: number;
  health: Health;
  counts: Record<CountName, number>;
  latency_ms: { p50: number; p90: number } | null;
  /** Newest first. */
  errors: { at: string; what: string }[];
  dropped_parameters: string[];
  bot: { webhook: string } | null;
  calibration: CalibrationBin[];
  waiting_answers: "off" | "simple";
}

export interface Health {
  state: "unknown" | "ok" | "failing" | "paused";
  last_answer_at: string | null;
  retry_at: string | null;
}

export type CountName = "answers" | "failures" | "fallbacks" | "withdrawn" | "guarded";

export interface CalibrationBin {
  from: number;
  to: number;
  answers: number;
  handed_over: number;
}

/** The answer of POST /v1/ai/test: what the AI said, or why it said nothing. */
export interface AiTrial {
  ms: number;
  answer?: TrialAnswer;
  error?: string;
}

export interface TrialAnswer {
  text: string;
  confidence?: number | null;
  confidence_parts?: Record<string, number>;
  sources?: Source[];
  by: string;
  handoff?: { reason: string; rule: string; note?: string | null; urgent?: boolean } | null;
}

/** A share of fewer answers than this is chance. */
const enoughAnswers = 5;

/** The part of a bin's answers after which a person was needed; null when there are too few to say. */
export function handedOverShare({ answers, handed_over }: CalibrationBin): number | null {
  return answers < enoughAnswers ? null : Math.min(1, handed_over / answers);
}

/** Whether questions can be tried here: the site's own bot is not ours to ask. */
export function canBeAsked(provider: AiReport["provider"]): boolean {
  return provider === "builtin" || provider === "openai";
}
