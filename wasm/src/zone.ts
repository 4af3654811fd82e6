import type { ZoneTable } from "./types.js";

const day = 86_400;
const horizonDays = 400;

function clockFields(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
}

/** Seconds east of UTC that the zone's clock shows at that Unix second. */
function offsetAt(format: Intl.DateTimeFormat, second: number): number {
  const field: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(second * 1000)) field[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second: s = 0 } = field;
  return Date.UTC(year, month - 1, day, hour, minute, s) / 1000 - second;
}

/** The first second in (low, high] with another offset than `low` has; there must be one. */
function changeBetween(format: Intl.DateTimeFormat, low: number, high: number): number {
  const before = offsetAt(format, low);
  let [left, right] = [low, high];
  while (right - left > 1) {
    const middle = Math.floor((left + right) / 2);
    if (offsetAt(format, middle) === before) left = middle;
    else right = middle;
  }
  return right;
}

/**
 * The table of an IANA zone for 400 days on each side of `at`, from the runtime's own time zone data. Two changes on
 * one day would be taken for one; no zone has done that. Throws a RangeError for an unknown name.
 */
export function zoneTable(name: string, at: Date): ZoneTable {
  const format = clockFields(name);
  const middle = Math.floor(at.getTime() / 1000);
  let second = middle - horizonDays * day;
  const end = middle + horizonDays * day;
  let offset = offsetAt(format, second);
  const spans: [number, number][] = [[second, offset]];
  while (second < end) {
    const next = second + day;
    const there = offsetAt(format, next);
    if (there !== offset) spans.push([changeBetween(format, second, next), there]);
    offset = there;
    second = next;
  }
  return { name, spans };
}
