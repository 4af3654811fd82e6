import { describe, expect, test } from "vitest";
import { formatRoute, linkToken, parseRoute } from "../../web/dashboard/model/route";

describe("addresses of the dashboard", () => {
  test.each([
    ["/", "", { page: "inbox", conversation: null, filter: "all" }],
    ["/", "?state=waiting", { page: "inbox", conversation: null, filter: "waiting" }],
    ["/c/4d1f", "?state=closed", { page: "inbox", conversation: "4d1f", filter: "closed" }],
    ["/c/a%2Fb", "", { page: "inbox", conversation: "a/b", filter: "all" }],
    ["/callbacks", "", { page: "callbacks", conversation: null, filter: "all" }],
    ["/reports/", "", { page: "reports", conversation: null, filter: "all" }],
    ["/settings", "", { page: "settings", conversation: null, filter: "all" }],
    ["/settings/ai", "", { page: "ai", conversation: null, filter: "all" }],
    ["/settings/ai/", "", { page: "ai", conversation: null, filter: "all" }],
    ["/settings/notifications", "", { page: "notifications", conversation: null, filter: "all" }],
    ["/settings/other", "", { page: "inbox", conversation: null, filter: "all" }],
    ["/ai", "", { page: "inbox", conversation: null, filter: "all" }],
    ["/sign-in", "", { page: "sign-in", conversation: null, filter: "all" }],
    ["/elsewhere", "?state=%3Cb%3E", { page: "inbox", conversation: null, filter: "all" }],
    ["/c/%E0%A4%A", "", { page: "inbox", conversation: "%E0%A4%A", filter: "all" }],
  ])("parses %s%s", (path, search, expected) => {
    expect(parseRoute(path, search)).toEqual(expected);
  });

  test("the_states_of_the_contract_work_as_filters", () => {
    expect(parseRoute("/", "?state=human").filter).toBe("mine");
    expect(parseRoute("/", "?state=callback").filter).toBe("callback");
  });

  test("formatting_and_parsing_give_the_same_route", () => {
    for (const address of [
      "/",
      "/?state=mine",
      "/c/x%20y?state=waiting",
      "/callbacks",
      "/settings",
      "/settings/ai",
      "/settings/notifications",
    ]) {
      const [path = "", search = ""] = address.split("?");
      expect(formatRoute(parseRoute(path, search && `?${search}`))).toBe(address);
    }
  });

  test("a_filter_is_kept_only_where_it_means_something", () => {
    expect(formatRoute({ page: "reports", filter: "waiting" })).toBe("/reports");
  });

  test("the_sign_in_token_comes_from_the_fragment", () => {
    expect(linkToken("#token=a-b_c")).toBe("a-b_c");
    expect(linkToken("#main")).toBeNull();
    expect(linkToken("")).toBeNull();
  });
});
