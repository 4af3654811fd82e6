// @vitest-environment node
import { rmSync } from "node:fs";
import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AgentServer } from "./support/agent-server";
import { accessibilityFaults, buildDashboard, hasBrowser, launch } from "./support/browser";
import { inboxItem } from "./support/inbox-item";

/** Stands in for the browser's maker, whose push service a test does not reach. */
const noPushService = () => {
  const subscription = {
    endpoint: "https://push.example/1",
    toJSON: () => ({ endpoint: "https://push.example/1", keys: { p256dh: "P", auth: "A" } }),
    unsubscribe: async () => true,
  };
  PushManager.prototype.subscribe = async () => subscription as unknown as PushSubscription;
};

const message = JSON.stringify({
  web_push: 8030,
  notification: {
    title: "🙋 Human Handoff Requested",
    body: "john@example.com\nRefund",
    tag: "jonas",
    lang: "en",
    renotify: true,
    navigate: "https://handoff.example/c/jonas",
    data: { id: "n_1", kind: "handoff", conversation: "jonas" },
    actions: [{ action: "open", title: "Open", navigate: "https://handoff.example/c/jonas" }],
  },
});

describe.skipIf(!hasBrowser)("notifications in a browser", { timeout: 60_000 }, () => {
  let browser: Browser;
  let files: string;
  let server: AgentServer;
  let base: string;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    files = buildDashboard();
    browser = await launch();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    if (files) rmSync(files, { recursive: true, force: true });
  });

  beforeEach(async () => {
    server = new AgentServer();
    server.files = files;
    server.pushKey = "KEY";
    server.add(inboxItem({ id: "jonas", state: "waiting" }), []);
    base = await server.start();
  });

  afterEach(async () => {
    await context.close();
    await server.stop();
  });

  async function openMenu(): Promise<void> {
    context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce" });
    await context.grantPermissions(["notifications"], { origin: base });
    await context.addInitScript(noPushService);
    page = await context.newPage();
    await page.goto(`${base}/reports`);
    await page.getByRole("button", { name: "You and this device" }).click();
  }

  const control = () => page.getByRole("switch", { name: "Notify me on this computer" });

  async function turnOn(): Promise<void> {
    await openMenu();
    await control().click();
    await page.getByText("You are told when somebody waits").waitFor();
  }

  /** Hands the worker a message, as the browser does for its push service. */
  async function push(data: string): Promise<void> {
    const devtools: CDPSession = await context.newCDPSession(page);
    const registered = new Promise<string>((found) =>
      devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
        const ours = registrations.find(({ scopeURL }) => scopeURL === `${base}/`);
        if (ours) found(ours.registrationId);
      }),
    );
    await devtools.send("ServiceWorker.enable");
    const registrationId = await registered;
    await devtools.send("ServiceWorker.deliverPushMessage", { origin: base, registrationId, data });
  }

  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const list = await registration.getNotifications();
      return list.map(({ title, body, tag }) => ({ title, body, tag }));
    });

  /** The browser drops what reaches a worker that is still starting: as a push service does, this tries again. */
  async function expectShown(data: string, expected: unknown[]): Promise<void> {
    const attempt = async () => {
      await push(data);
      await expect.poll(shown, { timeout: 2_000 }).toEqual(expected);
    };
    await expect.poll(() => attempt().then(() => "shown", String)).toBe("shown");
  }

  it("are_turned_on_and_off_in_the_account_menu", async () => {
    await openMenu();
    expect(await control().getAttribute("aria-checked")).toBe("false");
    expect(await accessibilityFaults(page)).toEqual([]);
    await control().click();
    await page.getByText("You are told when somebody waits").waitFor();
    expect(await control().getAttribute("aria-checked")).toBe("true");
    expect(server.posted.at(-1)).toEqual({
      path: "/v1/push-subscriptions",
      body: { endpoint: "https://push.example/1", keys: { p256dh: "P", auth: "A" } },
    });
    await control().click();
    await page.getByText("Off. While this page is closed").waitFor();
  });

  it("are_shown_by_the_worker_and_replaced_by_tag", async () => {
    await turnOn();
    const expected = {
      title: "🙋 Human Handoff Requested",
      body: "john@example.com\nRefund",
      tag: "jonas",
    };
    const later = { ...expected, body: "john@example.com\nRefund, please" };
    await expectShown(message, [expected]);
    await expectShown(message.replace("Refund", "Refund, please"), [later]);
    await expectShown("not JSON", [later, expect.objectContaining({ tag: "unreadable" })]);
  });

  it("lead_an_open_dashboard_to_the_conversation_without_loading_it_anew", async () => {
    await turnOn();
    await expectShown(message, [expect.objectContaining({ tag: "jonas" })]);
    await page.evaluate("globalThis.stillHere = true");
    await page.waitForFunction("navigator.serviceWorker.controller !== null");
    const [worker] = context.serviceWorkers();
    await worker?.evaluate(`(async () => {
      const [notification] = await registration.getNotifications();
      dispatchEvent(new NotificationEvent("notificationclick", { notification }));
    })()`);
    await page.waitForURL(`${base}/c/jonas`);
    expect(await page.evaluate("globalThis.stillHere")).toBe(true);
    await expect.poll(shown).toEqual([]);
  });
});
