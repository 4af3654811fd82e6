import { describe, expect, test } from "vitest";
import {
  dayTime,
  duration,
  knownZone,
  minutesSince,
  timeOfDay,
  timeOrDay,
  weekday,
} from "../../web/dashboard/model/times";

const words = { minute: "min", hour: "h", day: "d" };

describe("times in the dashboard", () => {
  test.each([
    [0, "0 min"],
    [59, "59 min"],
    [60, "1 h"],
    [65, "1 h 05"],
    [190, "3 h 10"],
    [48 * 60, "2 d"],
    [-4, "0 min"],
  ])("%d minutes", (minutes, text) => {
    expect(duration(minutes, words)).toBe(text);
  });

  test("a_deadline_is_written_in_the_zone_that_is_asked_for", () => {
    const at = "2026-11-23T12:00:00Z";
    expect(dayTime(at, "en", "Europe/London")).toBe("Mon 23 Nov, 12:00");
    expect(timeOfDay(at, "en", "Europe/Bucharest")).toBe("14:00");
  });

  test("a_deadline_has_its_day_when_it_is_not_today", () => {
    const noon = new Date(2026, 10, 23, 12);
    const tomorrow = new Date(2026, 10, 24, 11);
    expect(timeOrDay(noon.toISOString(), noon.getTime(), "en")).toBe("12:00");
    expect(timeOrDay(tomorrow.toISOString(), noon.getTime(), "en")).toBe("Tue 24 Nov, 11:00");
    expect(timeOrDay("soon", noon.getTime(), "en")).toBe("");
  });

  test("a_zone_or_an_instant_that_nobody_knows_breaks_nothing", () => {
    expect(knownZone("Mars/Olympus")).toBeUndefined();
    expect(timeOfDay("2026-11-23T12:00:00Z", "en", "Mars/Olympus")).toMatch(/^\d\d:\d\d$/);
    expect(timeOfDay("soon", "en")).toBe("");
    expect(timeOfDay(undefined, "en")).toBe("");
  });

  test("minutes_are_negative_while_the_instant_is_ahead", () => {
    const now = Date.parse("2026-11-23T12:00:00Z");
    expect(minutesSince("2026-11-23T11:55:30Z", now)).toBe(4);
    expect(minutesSince("2026-11-23T12:10:00Z", now)).toBe(-10);
    expect(minutesSince("never", now)).toBe(0);
  });

  test("days_of_the_week_have_names", () => {
    expect([weekday(0, "en"), weekday(6, "ro")]).toEqual(["Monday", "duminică"]);
  });
});
