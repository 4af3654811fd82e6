import { describe, expect, test } from "vitest";
import { lastDays, sharesOf } from "../../web/dashboard/model/report";
import { settingRows } from "../../web/dashboard/model/settings-rows";
import { hasContact, pagePath, safeLink, visitorName } from "../../web/dashboard/model/visitor";

const words = {
  name: (key: string) => key.replace(/_/g, " "),
  on: "On",
  off: "Off",
  none: "None",
  closed: "Closed",
  hidden: "Set, not shown",
};

describe("settings in words", () => {
  test("intervals_lists_and_switches_are_readable", () => {
    const rows = settingRows(
      {
        hours: {
          monday: { start: "09:00", end: "18:00" },
          tuesday: [{ start: "09:00", end: "12:00" }],
        },
        exceptions: [{ date: "2026-12-25", closed: true }],
        ask: ["name", "email"],
        enabled: false,
      },
      words,
    );
    expect(rows).toEqual([
      { path: "Hours, monday", value: "09:00–18:00" },
      { path: "Hours, tuesday", value: "09:00–12:00" },
      { path: "Exceptions, 1, date", value: "2026-12-25" },
      { path: "Exceptions, 1, closed", value: "Closed" },
      { path: "Ask", value: "name, email" },
      { path: "Enabled", value: "Off" },
    ]);
  });

  test("a_secret_is_never_written_out", () => {
    const rows = settingRows(
      { api_key: "sk-1", webhooks: [{ url: "https://a", secret: "whsec" }] },
      words,
    );
    expect(rows.map((row) => row.value)).toEqual(["Set, not shown", "https://a", "Set, not shown"]);
  });
});

describe("report figures", () => {
  test("the_largest_count_comes_first_with_its_share", () => {
    expect(sharesOf({ a: 1, b: 3, c: 0 }, 4)).toEqual([
      { name: "b", count: 3, share: 0.75 },
      { name: "a", count: 1, share: 0.25 },
    ]);
    expect(sharesOf(undefined, 0)).toEqual([]);
  });

  test("the_query_names_both_ends", () => {
    expect(lastDays(1, Date.UTC(2026, 10, 23))).toBe(
      "from=2026-11-22T00%3A00%3A00.000Z&to=2026-11-23T00%3A00%3A00.000Z",
    );
  });
});

describe("what is said about a visitor", () => {
  test("a_name_an_address_or_a_short_number", () => {
    expect(visitorName({ id: "1", contact: { name: "Jonas" } }, "Visitor")).toBe("Jonas");
    expect(visitorName({ id: "1", contact: { email: "j@example.com" } }, "Visitor")).toBe(
      "j@example.com",
    );
    expect(visitorName({ id: "9c-d0-3f9a", contact: null }, "Visitor")).toBe("Visitor 3f9a");
    expect(hasContact({ name: "", email: null })).toBe(false);
  });

  test("only_web_addresses_become_links", () => {
    expect(safeLink("https://a.example/x")).toBe("https://a.example/x");
    expect(safeLink("javascript:alert(1)")).toBeNull();
    expect(safeLink("data:text/html,x")).toBeNull();
    expect(safeLink(null)).toBeNull();
    expect(pagePath("https://a.example/orders?x=1")).toBe("/orders?x=1");
    expect(pagePath("not an address")).toBe("not an address");
  });
});
