import type { WaitRange } from "../../shared/types";
import { rangePicture } from "../model/wait-range";
import type { Words } from "../words";

/** `2nd in line`; the first is told that they are next. Empty when the place is not known. */
export function placeText(words: Words, position: number | null | undefined): string {
  if (!position || position < 1) return "";
  return position === 1 ? words("wait.next") : words("wait.place", { count: position });
}

/** `2 to 5 min`. Empty without an estimate. */
export function waitText(words: Words, wait: WaitRange | null | undefined): string {
  if (!wait) return "";
  const { low, high } = rangePicture(wait, 0);
  if (low !== high) return words("wait.range", { low, high });
  return low === 1 ? words("wait.short") : words("wait.minutes", { count: low });
}
