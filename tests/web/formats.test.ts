import { describe, expect, it } from "vitest";
import {
  clockTime,
  dayAndTime,
  initials,
  nearTime,
  percent,
  sameWallClock,
  zoneCity,
} from "../../web/shared/formats";

const at = new Date("2026-11-23T12:00:00Z");

describe("times in words", () => {
  it("are given in the zone that is asked for", () => {
    expect(clockTime(at, "en", "Europe/Bucharest")).toBe("14:00");
    expect(dayAndTime(at, "en", "Europe/London")).toBe("Mon 23 Nov, 12:00");
    expect(dayAndTime(at, "ro", "Europe/Bucharest")).toBe("lun., 23 nov., 14:00");
    expect(clockTime(new Date("2026-11-23T00:05:00Z"), "en", "UTC")).toBe("00:05");
  });

  it("name the date where the weekday alone could be another week's", () => {
    const say = (now: string) => nearTime(at, new Date(now), "en", "UTC");
    expect(say("2026-11-21T12:00:00Z")).toBe("Monday 12:00");
    expect(say("2026-11-15T12:00:00Z")).toBe("Mon 23 Nov, 12:00");
  });

  it("know when two zones show the same clock", () => {
    expect(sameWallClock(at, "Europe/Paris", "Europe/Berlin")).toBe(true);
    expect(sameWallClock(at, "Europe/Paris", "Europe/London")).toBe(false);
    expect(zoneCity("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
  });

  it("write shares as the language does", () => {
    expect([0, 0.075, 0.97, 1].map((share) => percent(share, "en"))).toEqual([
      "0%",
      "8%",
      "97%",
      "100%",
    ]);
    expect(percent(0.97, "ro")).toBe("97\u00a0%");
  });

  it("make initials of any name", () => {
    expect(["Ana Pop", "radu", "  ", "Ștefan cel Mare", "👩 X"].map(initials)).toEqual([
      "AP",
      "R",
      "",
      "ȘM",
      "👩X",
    ]);
  });
});
