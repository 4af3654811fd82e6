import type { AiReport } from "../../../web/dashboard/model/ai";

/** A model that works, with some history; `change` says what is different. */
export function aiReport(change: Partial<AiReport> = {}): AiReport {
  const answers = [2, 4, 12, 18, 30, 55, 90, 160, 210, 84];
  return {
    provider: "openai",
    model: "small-model",
    endpoint: "https://api.example/v1",
    articles: 22,
    health: { state: "ok", last_answer_at: "2026-11-23T10:03:00Z", retry_at: null },
    counts: { answers: 1204, failures: 12, fallbacks: 9, withdrawn: 3, guarded: 1 },
    latency_ms: { p50: 840, p90: 3400 },
    errors: [],
    dropped_parameters: [],
    bot: null,
    calibration: answers.map((count, index) => ({
      from: index / 10,
      to: (index + 1) / 10,
      answers: count,
      handed_over: Math.round(count * (1 - index / 10)),
    })),
    waiting_answers: "simple",
    ...change,
  };
}
