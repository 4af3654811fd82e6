import { duration, minutesSince } from "../model/times";
import { say } from "./say";

/** Minutes in words, "4 min". */
export function sayDuration(minutes: number): string {
  return duration(minutes, {
    minute: say("time.minute"),
    hour: say("time.hour"),
    day: say("time.day"),
  });
}

/** The age of an instant, "now" or "4 min". */
export function sayAge(at: string | undefined, now: number): string {
  const minutes = minutesSince(at, now);
  return minutes < 1 ? say("time.now") : sayDuration(minutes);
}

/** How far a deadline is, "in 3 h 10" or "48 min late". */
export function sayDeadline(due: string | undefined, now: number): string {
  const minutes = minutesSince(due, now);
  const time = sayDuration(Math.abs(minutes));
  return isLate(due, now) ? say("time.late", { time }) : say("time.in", { time });
}

export function isLate(due: string | undefined, now: number): boolean {
  return Date.parse(due ?? "") < now;
}
