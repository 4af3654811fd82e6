import { clockTime, dayAndTime } from "../../shared/formats";

/** Times as the dashboard writes them. All take the language; none reads the clock. Bad instants give "". */

export function timeOfDay(at: string | undefined, locale: string, zone?: string | null): string {
  return valid(at, (date) => clockTime(date, locale, knownZone(zone)));
}

export function dayTime(at: string | undefined, locale: string, zone?: string | null): string {
  return valid(at, (date) => dayAndTime(date, locale, knownZone(zone)));
}

/** A clock time today, otherwise the day with it: a deadline. */
export function timeOrDay(at: string | undefined, now: number, locale: string): string {
  const today = new Date(at ?? "").toDateString() === new Date(now).toDateString();
  return today ? timeOfDay(at, locale) : dayTime(at, locale);
}

/** A clock time today, otherwise the day. */
export function shortTime(at: string | undefined, now: number, locale: string): string {
  return valid(at, (date) => {
    if (date.toDateString() === new Date(now).toDateString()) return clockTime(date, locale);
    const day = locale === "en" ? "en-GB" : locale;
    return new Intl.DateTimeFormat(day, { day: "numeric", month: "short" }).format(date);
  });
}

/** The zone when this browser knows it; a visitor may have sent anything. */
export function knownZone(zone: string | null | undefined): string | undefined {
  if (!zone) return undefined;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    return undefined;
  }
}

/** Whole minutes as "4 min", "1 h 05", "3 d". */
export function duration(
  minutes: number,
  words: { minute: string; hour: string; day: string },
): string {
  const whole = Math.max(0, Math.round(minutes));
  if (whole < 60) return `${whole} ${words.minute}`;
  if (whole >= 48 * 60) return `${Math.floor(whole / (24 * 60))} ${words.day}`;
  const rest = whole % 60;
  const part = rest ? ` ${String(rest).padStart(2, "0")}` : "";
  return `${Math.floor(whole / 60)} ${words.hour}${part}`;
}

/** Whole minutes from an instant to `now`; negative while the instant is ahead. */
export function minutesSince(at: string | undefined, now: number): number {
  const minutes = (now - Date.parse(at ?? "")) / 60_000;
  return Number.isFinite(minutes) ? Math.floor(minutes) : 0;
}

/** The name of a day of the week, 0 for Monday. */
export function weekday(index: number, locale: string): string {
  const monday = Date.UTC(2024, 0, 1);
  const day = new Date(monday + index * 24 * 60 * 60 * 1000);
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(day);
}

function valid(at: string | undefined, write: (date: Date) => string): string {
  const date = new Date(at ?? "");
  return Number.isNaN(date.getTime()) ? "" : write(date);
}
