import { en } from "./en";
import { say } from "./say";
import type { WordKey } from "./words";

/** A ground of confidence in plain words; one that is newer than this page is shown by its own name. */
export function sayPart(name: string): string {
  const key = `confidence.part.${name}`;
  return key in en ? say(key as WordKey) : name.replace(/_/g, " ");
}
