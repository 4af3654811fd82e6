import { describe, expect, it } from "vitest";
import { zoneTable } from "../../wasm/src/zone";

const second = (at: string) => Date.parse(at) / 1000;

describe("zoneTable", () => {
  it("finds the changes of Bucharest to the second", () => {
    const { name, spans } = zoneTable("Europe/Bucharest", new Date("2026-06-01T00:00:00Z"));
    expect(name).toBe("Europe/Bucharest");
    expect(spans).toContainEqual([second("2026-03-29T01:00:00Z"), 3 * 3600]);
    expect(spans).toContainEqual([second("2026-10-25T01:00:00Z"), 2 * 3600]);
    expect(spans[0]?.[0]).toBeLessThan(second("2025-06-01T00:00:00Z"));
  });

  it("has one span where clocks never change, also with odd offsets", () => {
    expect(zoneTable("Asia/Kathmandu", new Date("2026-06-01T00:00:00Z")).spans).toEqual([
      [expect.any(Number), 5 * 3600 + 45 * 60],
    ]);
    expect(zoneTable("UTC", new Date("2026-06-01T00:00:00Z")).spans[0]?.[1]).toBe(0);
  });

  it("finds the half hour of Lord Howe", () => {
    const { spans } = zoneTable("Australia/Lord_Howe", new Date("2026-06-01T00:00:00Z"));
    expect(new Set(spans.map(([, offset]) => offset))).toEqual(new Set([39_600, 37_800]));
  });

  it("refuses a zone that does not exist", () => {
    expect(() => zoneTable("Europe/Nowhere", new Date())).toThrow(RangeError);
  });
});
