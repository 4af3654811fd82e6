import { percent } from "../../shared/formats";
import { isMeasured, nameOfRule } from "../model/rules";
import { locale } from "../state/preferences";
import { en } from "./en";
import { say, sayReason } from "./say";
import type { WordKey } from "./words";

interface Cause {
  rule?: string | null;
  score?: number | null;
}

/** A rule in plain words; one that is newer than this page is made readable. */
export function sayRule(rule: string): string {
  const found = nameOfRule(rule, (key) => key in en);
  if (found.key !== null) return say(found.key as WordKey, { name: found.name });
  if (found.reason === null) return found.name;
  return [sayReason(found.reason), found.name].filter(Boolean).join(": ");
}

/** How strongly the rule spoke, "score 97%"; empty where nothing was measured. */
export function sayScore({ rule, score }: Cause): string {
  if (typeof score !== "number" || !isMeasured(rule)) return "";
  return say("cause.score", { score: percent(score, locale.value) });
}

/** Rule and score, as far as they are known. */
export function sayCause(cause: Cause): string[] {
  return [cause.rule ? sayRule(cause.rule) : "", sayScore(cause)].filter(Boolean);
}
