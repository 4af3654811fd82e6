/** What is known about a rule's name: its words' key, with what they name, or else the parts to read it from. */
export type RuleName =
  | { key: string; name: string }
  | { key: null; reason: string | null; name: string };

const withSubject = ["keyword", "lead.attribute"];
const reasonOfGroup = new Map([
  ["request", "user_request"],
  ["confidence", "low_confidence"],
  ["sentiment", "negative_sentiment"],
  ["attempts", "failed_attempts"],
  ["complaint", "complaint"],
  ["technical", "technical_issue"],
  ["lead", "high_value_lead"],
  ["ai", "ai_error"],
]);
// These say who acted, not how sure the detector was: their score is a constant.
const acts = new Set(["button", "bot", "agent", "takeover", "site.no_ai"]);

/**
 * Takes a rule apart. One that is newer than this page keeps the reason of its group, and its own name made readable:
 * `complaint.lost_parcel` is a complaint, "lost parcel".
 */
export function nameOfRule(rule: string, hasWords: (key: string) => boolean): RuleName {
  if (hasWords(`rule.${rule}`)) return { key: `rule.${rule}`, name: "" };
  const subject = withSubject.find(
    (start) => rule.length > start.length + 1 && rule.startsWith(`${start}.`),
  );
  if (subject) return { key: `rule-with.${subject}`, name: rule.slice(subject.length + 1) };
  const dot = rule.indexOf(".");
  const reason = dot > 0 ? reasonOfGroup.get(rule.slice(0, dot)) : undefined;
  if (reason) return { key: null, reason, name: readable(rule.slice(dot + 1)) };
  return { key: null, reason: null, name: capital(readable(rule)) };
}

/** The AI asked for the person, or failed: what stands beside the rule is the word of a machine. */
export function isByAi(rule: string | null | undefined): boolean {
  return rule === "bot" || (rule ?? "").startsWith("ai.");
}

/** Whether the score of a handoff by this rule says something: it was measured, not fixed. */
export function isMeasured(rule: string | null | undefined): boolean {
  return Boolean(rule) && !acts.has(rule ?? "") && !isByAi(rule);
}

function readable(name: string): string {
  return name.replace(/[._-]+/g, " ").trim();
}

function capital(words: string): string {
  const [first = ""] = words;
  return first.toLocaleUpperCase() + words.slice(first.length);
}
