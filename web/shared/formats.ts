/** Dates and times in words, by Intl. `timeZone` is an IANA name; left out, the browser's own. */

/** `14:03` */
export function clockTime(at: Date, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(at);
}

/** `Mon 23 Nov, 12:00`; the order of the words is the locale's. */
export function dayAndTime(at: Date, locale: string, timeZone?: string): string {
  const day = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone,
  }).format(at);
  const plain = locale === "en" ? day.replace(",", "") : day;
  return `${plain}, ${clockTime(at, locale, timeZone)}`;
}

/** `Monday 08:00` */
export function weekdayAndTime(at: Date, locale: string, timeZone?: string): string {
  const day = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone }).format(at);
  return `${day} ${clockTime(at, locale, timeZone)}`;
}

const weekMilliseconds = 6 * 86_400_000;

/** `Monday 08:00` within the week, `Mon 23 Nov, 08:00` later, where the weekday alone could be another week's. */
export function nearTime(at: Date, now: Date, locale: string, timeZone?: string): string {
  const near = at.getTime() - now.getTime() < weekMilliseconds;
  return (near ? weekdayAndTime : dayAndTime)(at, locale, timeZone);
}

/** The city of a zone: `Europe/Bucharest` -> `Bucharest`; for zones without one, the name itself. */
export function zoneCity(zone: string): string {
  return (zone.split("/").pop() ?? zone).replaceAll("_", " ");
}

export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** Whether two zones show the same wall clock at that instant. */
export function sameWallClock(at: Date, zone: string, other: string): boolean {
  return dayAndTime(at, "en", zone) === dayAndTime(at, "en", other);
}

/** Up to two initials of a name: `Ana Pop` -> `AP`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words.slice(0, 1);
  return picked
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toLocaleUpperCase();
}

/** `97%` in English, `97 %` in Romanian. `share` is between 0 and 1. */
export function percent(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent" }).format(share);
}
