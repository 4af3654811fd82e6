import { locale } from "../state/preferences";
import { en } from "./en";
import { say } from "./say";
import type { WordKey } from "./words";

/** Milliseconds as people say them: "840 ms", "1.2 s". */
export function sayMilliseconds(count: number): string {
  if (count < 1000) return say("counts.ms", { count: Math.round(count) });
  const digits = { maximumFractionDigits: count < 10_000 ? 1 : 0 };
  const seconds = new Intl.NumberFormat(locale.value, digits).format(count / 1000);
  return say("reports.seconds", { count: seconds });
}

/** Who wrote an answer: the built-in AI, or a model by its name. */
export function sayWriter(by: string): string {
  return by === "builtin" ? say("trial.builtin") : by;
}

/** What leaving a part of the request out means; empty for one that this page does not know. */
export function sayDropped(parameter: string): string {
  const key = `dropped.${parameter}`;
  return key in en ? say(key as WordKey) : "";
}
