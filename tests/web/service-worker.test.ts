// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { renew } from "../../web/dashboard/service-worker/renew";
import type { Clients, Tab } from "../../web/dashboard/service-worker/scope";
import { quiet, shownNotification } from "../../web/dashboard/service-worker/shown-notification";
import { isWatched, openTarget } from "../../web/dashboard/service-worker/tabs";
import { ApiClient } from "../../web/shared/api-client";

const origin = "https://handoff.example";
const declarative = {
  web_push: 8030,
  notification: {
    title: "🙋 Human Handoff Requested",
    navigate: `${origin}/c/c_1`,
    tag: "c_1",
    lang: "ro",
    data: { id: "n_1", kind: "handoff", conversation: "c_1" },
    body: "john@example.com\nRefund",
    dir: "auto",
    timestamp: 1795860000000,
    renotify: true,
    actions: [{ action: "open", title: "Deschideți", navigate: `${origin}/c/c_1` }],
  },
};

describe("a push message", () => {
  it("is_shown_as_it_says", () => {
    expect(shownNotification(JSON.stringify(declarative), "en")).toEqual({
      title: "🙋 Human Handoff Requested",
      options: {
        body: "john@example.com\nRefund",
        lang: "ro",
        dir: "auto",
        tag: "c_1",
        renotify: true,
        timestamp: 1795860000000,
        data: { navigate: `${origin}/c/c_1`, conversation: "c_1" },
        actions: [{ action: "open", title: "Deschideți" }],
      },
    });
  });

  it("is_shown_in_its_short_form", () => {
    const { title, navigate, tag } = declarative.notification;
    const short = shownNotification(
      JSON.stringify({ web_push: 8030, notification: { title, navigate, tag } }),
      "en",
    );
    expect(short.title).toBe(title);
    expect(short.options).toMatchObject({ body: "", tag: "c_1", renotify: false, actions: [] });
  });

  it.each([
    null,
    "",
    "not JSON",
    "null",
    "[]",
    '{"notification": 7}',
    '{"notification": {"title": 7}}',
    '{"notification": {"title": ""}}',
  ])("that_cannot_be_read_still_shows_something: %s", (message) => {
    expect(shownNotification(message, "en-GB").title).toBe("Somebody needs you");
    const romanian = shownNotification(message, "ro");
    expect(romanian.title).toBe("Cineva are nevoie de dumneavoastră");
    expect(romanian.options.actions).toEqual([{ action: "open", title: "Deschideți" }]);
  });

  it("with_members_of_other_types_is_shown_without_them", () => {
    const odd = {
      title: "A",
      tag: 7,
      body: {},
      actions: [7, {}],
      data: "x",
      dir: "up",
      lang: null,
    };
    const { options } = shownNotification(JSON.stringify({ notification: odd }), "en");
    expect(options).toEqual({
      body: "",
      lang: "",
      dir: "auto",
      actions: [],
      data: { navigate: null, conversation: null },
    });
  });

  it("makes_no_second_sound_for_somebody_who_looks_at_the_dashboard", () => {
    const { options } = quiet(shownNotification(JSON.stringify(declarative), "en"));
    expect(options).toMatchObject({ silent: true, renotify: false, tag: "c_1" });
  });
});

class Browser implements Clients {
  readonly told: unknown[] = [];
  readonly focused: string[] = [];
  readonly opened: string[] = [];
  readonly tabs: Tab[];

  constructor(...urls: string[]) {
    this.tabs = urls.map((url) => ({
      url,
      focused: false,
      focus: async () => void this.focused.push(url),
      postMessage: (message) => void this.told.push([url, message]),
    }));
  }
  async matchAll() {
    return this.tabs;
  }
  async openWindow(url: string) {
    this.opened.push(url);
  }
  async claim() {}
}

const target = { navigate: `${origin}/c/c_1`, conversation: "c_1" };

describe("a click", () => {
  it("focuses_the_tab_that_is_at_the_conversation", async () => {
    const browser = new Browser(`${origin}/`, `${origin}/c/c_1?state=waiting`);
    await openTarget(browser, origin, target);
    expect(browser.focused).toEqual([`${origin}/c/c_1?state=waiting`]);
    expect(browser.told).toEqual([]);
  });

  it("sends_the_tab_that_was_used_last_to_the_conversation", async () => {
    const browser = new Browser(`${origin}/reports`, `${origin}/`);
    await openTarget(browser, origin, target);
    expect(browser.focused).toEqual([`${origin}/reports`]);
    expect(browser.told).toEqual([[`${origin}/reports`, { type: "handoff:open", path: "/c/c_1" }]]);
    expect(browser.opened).toEqual([]);
  });

  it("opens_a_tab_where_there_is_no_dashboard", async () => {
    const browser = new Browser(`${origin}/demo?locale=ro`, "https://elsewhere.example/c/c_1");
    await openTarget(browser, origin, target);
    expect(browser.opened).toEqual(["/c/c_1"]);
    expect(browser.told).toEqual([]);
  });

  it.each([
    [{ navigate: `${origin}/?state=waiting`, conversation: null }, "/?state=waiting"],
    [{ navigate: "https://evil.example/x", conversation: null }, "/"],
    [{ navigate: "javascript:alert(1)", conversation: null }, "/"],
    [{ navigate: "https://[", conversation: null }, "/"],
    [{ navigate: null, conversation: null }, "/"],
    [{ navigate: "https://other.example/c/c_1", conversation: "c_1" }, "/c/c_1"],
    [{ navigate: null, conversation: "../x?y" }, "/c/..%2Fx%3Fy"],
  ])("never_leads_elsewhere: %o", async (given, path) => {
    const browser = new Browser();
    await openTarget(browser, origin, given);
    expect(browser.opened).toEqual([path]);
  });
});

it("a_dashboard_is_watched_while_one_of_its_tabs_has_the_focus", async () => {
  const watching = (url: string, focused: boolean) => {
    const browser = new Browser(url);
    browser.tabs[0] = { ...(browser.tabs[0] as Tab), focused };
    return isWatched(browser, origin);
  };
  expect(await watching(`${origin}/`, true)).toBe(true);
  expect(await watching(`${origin}/`, false)).toBe(false);
  expect(await watching(`${origin}/demo`, true)).toBe(false);
});

const subscriptionAt = (endpoint: string) =>
  ({
    endpoint,
    toJSON: () => ({ endpoint, expirationTime: null, keys: { p256dh: "P", auth: "A" } }),
    unsubscribe: vi.fn(async () => true),
  }) as unknown as PushSubscription;

describe("a changed subscription", () => {
  const calls: [string, unknown][] = [];
  const api = (key: string | null) =>
    new ApiClient({
      session: true,
      fetch: async (_url, init) => {
        calls.push([init?.method ?? "", init?.body ? JSON.parse(String(init.body)) : null]);
        if (init?.method === "DELETE") return new Response(null, { status: 204 });
        return Response.json({ public_key: key, subscribed: 1, id: "p_1" });
      },
    });
  const scope = (push: Partial<PushManager>) => ({
    registration: { pushManager: push } as unknown as ServiceWorkerRegistration,
  });
  const keys = { p256dh: "P", auth: "A" };
  const waitUntil = () => {};

  it("is_made_anew_and_takes_the_place_of_the_old_one", async () => {
    calls.length = 0;
    const subscribe = vi.fn(async () => subscriptionAt("https://push/new"));
    const oldSubscription = subscriptionAt("https://push/old");
    await renew(scope({ subscribe }), api("KEY"), { waitUntil, oldSubscription });
    expect(subscribe).toHaveBeenCalledWith({
      userVisibleOnly: true,
      applicationServerKey: "KEY",
    });
    expect(calls).toEqual([
      ["GET", null],
      ["POST", { endpoint: "https://push/new", keys }],
      ["DELETE", { endpoint: "https://push/old" }],
    ]);
  });

  it("is_taken_over_when_the_browser_has_made_it", async () => {
    calls.length = 0;
    const subscribe = vi.fn();
    const same = subscriptionAt("https://push/same");
    const change = { waitUntil, oldSubscription: same, newSubscription: same };
    await renew(scope({ subscribe }), api("KEY"), change);
    expect(subscribe).not.toHaveBeenCalled();
    expect(calls.map(([method]) => method)).toEqual(["GET", "POST"]);
  });

  it("is_given_up_where_the_server_has_no_key_any_more", async () => {
    calls.length = 0;
    await renew(scope({ subscribe: vi.fn() }), api(null), { waitUntil });
    expect(calls.map(([method]) => method)).toEqual(["GET"]);
  });
});
