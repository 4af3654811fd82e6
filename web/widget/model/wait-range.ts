import type { WaitRange } from "../../shared/types";

/** The picture of a wait: all in minutes, from 0 at the start of the axis to `end`. */
export interface RangePicture {
  low: number;
  high: number;
  end: number;
  /** Minutes waited already; never past the axis. */
  waited: number;
  /** The wait is past the range that was said. */
  late: boolean;
}

const minute = 60;

export function minutesBetween(from: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(from)) / 60_000));
}

export function rangePicture(wait: WaitRange, waited: number): RangePicture {
  const low = Math.max(1, Math.round(wait.p50_seconds / minute));
  const high = Math.max(low, Math.ceil(wait.p90_seconds / minute));
  const end = Math.max(high * 2, 2);
  return { low, high, end, waited: Math.min(waited, end), late: waited > high };
}

/** Where on the axis, in percent. */
export function percent(minutes: number, picture: RangePicture): number {
  return Math.round((minutes / picture.end) * 1000) / 10;
}
