// @vitest-environment node
import { existsSync, rmSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accessibilityFaults, buildWidget, hasBrowser, launch } from "./support/browser";
import { FakeServer } from "./support/fake-server";

const hasCore = ["core", "state"].every((module) =>
  existsSync(new URL(`../../build/wasm/handoff-${module}.wasm`, import.meta.url)),
);
const ana = { id: "a1", name: "Ana" };
const closed = {
  at: "2026-11-23T10:00:00Z",
  open: false,
  available: false,
  closes_at: null,
  opens_at: "2026-11-30T08:00:00Z",
  reason: "hours" as const,
};

describe.skipIf(!hasBrowser)("the widget in a browser", { timeout: 60_000 }, () => {
  let browser: Browser;
  let files: string;
  let server: FakeServer;
  let base: string;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    files = buildWidget();
    browser = await launch();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    if (files) rmSync(files, { recursive: true, force: true });
  });

  beforeEach(async () => {
    server = new FakeServer();
    server.files = files;
    base = await server.start();
    complaints = [];
  });

  afterEach(async () => {
    await page.close();
    await server.stop();
  });

  async function visit(query = "", width = 1000): Promise<void> {
    page = await browser.newPage({
      viewport: { width, height: 700 },
      timezoneId: "Europe/London",
      locale: "en-GB",
      reducedMotion: "reduce",
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(`${base}/demo${query}`);
    await page.getByRole("button", { name: "Open chat", exact: true }).waitFor();
  }

  async function open(): Promise<void> {
    await page.getByRole("button", { name: "Open chat", exact: true }).click();
    await message().waitFor();
  }

  const message = () => page.getByRole("textbox", { name: "Message", exact: true });
  const status = () => page.getByRole("status").first();
  const button = (name: string) => page.getByRole("button", { name, exact: true });

  async function say(text: string): Promise<void> {
    await message().fill(text);
    await button("Send").click();
    await page
      .getByRole("log", { name: "Conversation" })
      .getByText(text, { exact: true })
      .waitFor();
  }

  async function expectAccessible(): Promise<void> {
    expect(await accessibilityFaults(page)).toEqual([]);
  }

  it("asks the page for nothing but its settings until somebody comes near", async () => {
    await visit();
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /v1/sites/default/widget",
    ]);
    await expectAccessible();
  });

  it("opens as a dialog named by the site, and gives the focus back on Escape", async () => {
    await visit();
    await open();
    await page.getByRole("dialog", { name: "Mara's Bikes", exact: true }).waitFor();
    expect(await message().evaluate((box) => box.matches(":focus"))).toBe(true);
    await expectAccessible();
    await page.keyboard.press("Escape");
    const launcher = button("Open chat");
    await launcher.waitFor();
    expect(await launcher.evaluate((box) => box.matches(":focus"))).toBe(true);
  });

  it.each(["", "?theme=dark"])("goes from the AI to a person and back (%s)", async (query) => {
    await visit(query);
    await open();
    await say("Hello");
    server.push({
      type: "message",
      author: "ai",
      text: "I do not know that.",
      sources: [{ title: "Sizes", url: "/a" }],
    });
    server.push({ type: "handoff.offered", reason: "low_confidence" });
    await page.getByText("Would you rather talk to a person?").waitFor();
    await expectAccessible();
    await button("Talk to a person").click();
    await page.getByText("2nd in line", { exact: true }).waitFor();
    expect(await status().textContent()).toBe("Waiting for a person. 2nd in line. 2 to 5 min");
    await expectAccessible();
    server.push({ type: "taken_over", agent: ana }, { state: "human", owner: ana, handoff: null });
    server.push({ type: "message", author: "agent", agent: ana, text: "I am Ana." });
    await page.getByText("Ana joined").waitFor();
    expect(await status().textContent()).toBe("Ana is here");
    await expectAccessible();
    server.push({ type: "returned_to_ai", agent: ana }, { state: "ai", owner: null });
    await page.getByText("Ana has left.").waitFor();
    await button("5").click();
    await page.getByText("Thank you.").waitFor();
    expect(server.requests.find(({ path }) => path.endsWith("/rating"))?.body).toEqual({
      score: 5,
    });
    await expectAccessible();
    expect(complaints).toEqual([]);
  });

  it("promises an answer when nobody is there, in both time zones", async () => {
    server.config.availability = closed;
    server.config.hours = { timezone: "Europe/Bucharest" };
    await visit();
    await open();
    await button("Talk to a person").click();
    await page.getByText("Our team is currently offline.").waitFor();
    await page.getByText(/^Back .* 08:00 your time$/).waitFor();
    await button("Promise me an answer").click();
    await page.getByText("Please write your name.").waitFor();
    expect(
      await page.getByLabel("Name", { exact: true }).evaluate((box) => box.matches(":focus")),
    ).toBe(true);
    await expectAccessible();
    await page.getByLabel("Name", { exact: true }).fill("Jonas");
    await page.getByLabel("Email", { exact: true }).fill("jonas@lindqvist.example");
    await button("Promise me an answer").click();
    await page.getByText("Our time, Bucharest").waitFor();
    expect(await message().evaluate((box) => box.matches(":focus"))).toBe(true);
    await expectAccessible();
    await button("Take it back").click();
    await page.getByText("You took your request back.").waitFor();
  });

  it("fits a narrow screen, modal and without scrolling sideways", async () => {
    await visit("", 320);
    await open();
    const dialog = page.getByRole("dialog");
    expect(await dialog.getAttribute("aria-modal")).toBe("true");
    await button("Talk to a person").click();
    await button("Cancel waiting").waitFor();
    expect(await dialog.evaluate((box) => [box.scrollWidth, box.clientWidth])).toEqual([320, 320]);
    await expectAccessible();
    for (let i = 0; i < 12; ++i) await page.keyboard.press("Tab");
    expect(await dialog.evaluate((box) => box.matches(":focus-within"))).toBe(true);
  });

  it("keeps messages without a network and sends them when it is back", async () => {
    await visit();
    await open();
    await say("Hello");
    await page.context().setOffline(true);
    await say("Are you there?");
    await page.getByText("Waiting to send").waitFor();
    await page.getByText("You are offline.").waitFor();
    await expectAccessible();
    await page.context().setOffline(false);
    await page.getByText("Waiting to send").waitFor({ state: "detached" });
    expect(server.events.map(({ text }) => text)).toEqual(["Hello", "Are you there?"]);
  });

  it("shows unread messages and a nudge while it is closed", async () => {
    await visit();
    await open();
    await say("Hello");
    await button("Close chat").click();
    server.push({ type: "message", author: "agent", agent: ana, text: "I am <b>here</b>" });
    await page.getByText("Ana: I am <b>here</b>").waitFor();
    await page.getByTitle("1 new message").waitFor();
    await expectAccessible();
    await open();
    await page.getByTitle("1 new message").waitFor({ state: "detached" });
  });

  it("never lets the text of others become markup", async () => {
    await visit();
    await open();
    await say("<img src=x onerror=alert(1)>");
    server.push({
      type: "message",
      author: "ai",
      text: "[x](javascript:alert(1)) <script>alert(1)</script>",
    });
    await page.getByText("<script>").waitFor();
    expect(await page.getByRole("log").locator("img, script, a").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("works where WebAssembly and storage are refused", async () => {
    server.allowWasm = false;
    await visit();
    await page.addInitScript(
      "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('refused') } })",
    );
    await page.reload();
    await open();
    await say("Hello");
    server.push({ type: "taken_over", agent: ana }, { state: "human", owner: ana });
    await page.getByText("Ana joined").waitFor();
    await page.locator("handoff-widget [data-core=refused]").waitFor({ state: "attached" });
    expect(complaints.filter((text) => !/WebAssembly/.test(text))).toEqual([]);
  });

  it.skipIf(!hasCore)("fetches a person before any network call when asked for one", async () => {
    await visit();
    await open();
    await page.locator("handoff-widget [data-core=ready]").waitFor({ state: "attached" });
    for (let i = 0; i < 9; ++i) server.failures.push({ path: /POST/, status: 503 });
    await say("I want to talk to a human, please");
    await page.getByText("We are fetching someone for you.").waitFor();
    expect(await status().textContent()).toBe("Waiting for a person");
    expect(server.events).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.skipIf(!hasCore)("asks for the module of the log first, then for the detector", async () => {
    await visit();
    const modules: string[] = [];
    page.on("request", (request) => {
      const module = /handoff-(core|state)-\w+\.wasm$/.exec(request.url());
      if (module?.[1]) modules.push(module[1]);
    });
    await open();
    await page.locator("handoff-widget [data-core=ready]").waitFor({ state: "attached" });
    expect(modules).toEqual(["state", "core"]);
  });

  it.each(["core", "state"])("works without the module handoff-%s", async (module) => {
    await visit();
    await page.route(`**/handoff-${module}-*.wasm`, (route) => route.abort());
    await open();
    await page.locator("handoff-widget [data-core=refused]").waitFor({ state: "attached" });
    await say("I want to talk to a human, please");
    server.push({ type: "taken_over", agent: ana }, { state: "human", owner: ana });
    await page.getByText("Ana joined").waitFor();
    expect(complaints).toEqual([]);
  });

  const bubble = (text: string) => page.getByRole("log").locator(".bubble", { hasText: text });
  const place = async (text: string) => {
    const box = await bubble(text).boundingBox();
    return box && [box.x, box.y, box.width, box.height];
  };
  const grows = (text: string) => server.ephemeral("ai.partial", { text, epoch: 1 });
  const long = Array.from({ length: 30 }, (_, line) => `Line ${line} of a long answer.`);

  it.each(["Yes. **It is** in stock.", "Both:\n\n- blue\n- green", long.join("\n")])(
    "puts the message where its answer grew (%#)",
    async (text) => {
      await visit();
      await open();
      await say("Do you have it?");
      server.ephemeral("typing", { author: "ai", active: true });
      await page.getByText("is writing").waitFor();
      const start = text.slice(0, 4);
      grows(start);
      await bubble(start).waitFor();
      grows(text);
      await page.locator(".growing", { hasText: text.slice(-6) }).waitFor();
      await expectAccessible();
      const before = await place(start);
      server.push({ type: "message", author: "ai", text });
      await page.locator(".growing").waitFor({ state: "detached" });
      expect(await place(start)).toEqual(before);
      expect(await bubble(start).count()).toBe(1);
    },
  );

  it("does not read out what grows, and reads the message once", async () => {
    await visit();
    await open();
    await say("Do you have it?");
    grows("See [the list](https://shop.example/list).");
    await bubble("See the list").waitFor();
    const log = page.getByRole("log", { name: "Conversation" });
    expect(await log.ariaSnapshot()).not.toContain("the list");
    expect(await log.ariaSnapshot()).toContain("is writing");
    server.push({ type: "message", author: "ai", text: "See the list." });
    await expect.poll(() => log.ariaSnapshot()).toContain("See the list.");
  });

  it.each(["", "?theme=dark"])("withdraws visibly what a person cut short (%s)", async (query) => {
    await visit(query);
    await open();
    await say("Do you have it?");
    await page.clock.install();
    grows("Yes, we have");
    await bubble("Yes, we have").waitFor();
    server.ephemeral("ai.withdrawn", {});
    server.push({ type: "taken_over", agent: ana }, { state: "human", owner: ana, epoch: 2 });
    await page.getByText("The assistant stopped: a person is answering now.").waitFor();
    await page.getByText("Ana joined").waitFor();
    const struck = await bubble("Yes, we have").evaluate(
      (box) => getComputedStyle(box).textDecorationLine,
    );
    expect(struck).toBe("line-through");
    await expectAccessible();
    await page.clock.fastForward(9_000);
    await bubble("Yes, we have").waitFor({ state: "detached" });
    expect(await page.getByText("The assistant stopped").count()).toBe(0);
  });

  it("speaks Romanian on a Romanian page", async () => {
    page = await browser.newPage({ reducedMotion: "reduce" });
    await page.goto(`${base}/demo?locale=ro`);
    await button("Deschide conversația").click();
    await page.getByText("Bună ziua! Sunt asistentul AI al Mara's Bikes.").waitFor();
    await button("Vorbiți cu un om").click();
    await page.getByText("al 2-lea la rând", { exact: true }).waitFor();
    await expectAccessible();
  });

  it("answers the page's calls and goes away when told", async () => {
    await visit();
    await page.evaluate(
      "window.seen = []; handoff('on', 'message', (e) => seen.push(e.text)); handoff('open')",
    );
    await message().waitFor();
    await page.evaluate("handoff('send', 'From the page')");
    await expect.poll(() => page.evaluate("window.seen")).toEqual(["From the page"]);
    await page.evaluate("handoff('destroy')");
    expect(await page.locator("handoff-widget").count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
