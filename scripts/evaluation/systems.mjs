// What is measured: our own program, and the baselines that run in the same process. A system gives each text one answer
// a label: { yes, score }.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const reasons = {
  human: "user_request",
  complaint: "complaint",
  technical: "technical_issue",
  lead: "high_value_lead",
};
export const labels = ["human", "neg", "complaint", "technical", "lead", "misund"];

function answerOf(verdict) {
  const answer = { neg: { yes: verdict.sentiment < 0, score: -verdict.sentiment } };
  for (const [label, reason] of Object.entries(reasons)) {
    const found = verdict.signals.filter((signal) => signal.reason === reason);
    answer[label] = {
      yes: found.some((signal) => signal.fires),
      score: Math.max(0, ...found.map((signal) => signal.score)),
      rule: found[0]?.rule ?? "",
    };
  }
  // One message alone is never "failed three times"; that the visitor says so is the signal.
  const said = verdict.signals.some((signal) => signal.rule === "attempts.not_understood");
  answer.misund = { yes: said, score: said ? 1 : 0 };
  return answer;
}

/** `handoff detect` on every text, with the built-in settings. */
export function handoff(binary, texts) {
  const input = texts.map((text, id) => JSON.stringify({ id, text })).join("\n");
  const run = spawnSync(binary, ["detect"], { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  if (run.status !== 0) throw new Error(`${binary} detect: ${run.error?.message ?? run.stderr}`);
  return run.stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => answerOf(JSON.parse(line)));
}

export function vader(texts) {
  const { SentimentIntensityAnalyzer } = require("vader-sentiment");
  return texts.map((text) => {
    const { compound } = SentimentIntensityAnalyzer.polarity_scores(text);
    return { neg: { yes: compound <= -0.05, score: -compound } };
  });
}

export function afinn(texts) {
  const Sentiment = require("sentiment");
  const analyzer = new Sentiment();
  return texts.map((text) => {
    const { score } = analyzer.analyze(text);
    return { neg: { yes: score < 0, score: -score } };
  });
}

const words =
  /(?<!\p{L})(human|agent|operator|representative|person|someone|call me|om|uman|operator|agent|cineva|sunati|humano|persona|agente|alguien|humain|conseiller|personne|quelqu'un|mensch|mitarbeiter|jemand|umano|operatore|qualcuno|humano|pessoa|atendente|mens|medewerker|iemand|czlowiek|konsultant|kims|ember|ugyintezo|valaki)/iu;

export function bareKeywords(texts) {
  return texts.map((text) => {
    const yes = words.test(text.normalize("NFD").replace(/\p{M}/gu, ""));
    return { human: { yes, score: yes ? 1 : 0 } };
  });
}
