// @vitest-environment node
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/browser";
import { useWidget } from "./support/widget";

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
  const at = useWidget();

  it("asks the page for nothing but its settings until somebody comes near", async () => {
    await at.visit();
    expect(at.server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /v1/sites/default/widget",
    ]);
    await at.expectAccessible();
  });

  it("opens as a dialog named by the site, and gives the focus back on Escape", async () => {
    await at.visit();
    await at.open();
    await at.page.getByRole("dialog", { name: "Mara's Bikes", exact: true }).waitFor();
    expect(await at.message.evaluate((box) => box.matches(":focus"))).toBe(true);
    await at.expectAccessible();
    await at.page.keyboard.press("Escape");
    const launcher = at.button("Open chat");
    await launcher.waitFor();
    expect(await launcher.evaluate((box) => box.matches(":focus"))).toBe(true);
  });

  it.each(["", "?theme=dark"])("goes from the AI to a person and back (%s)", async (query) => {
    await at.visit(query);
    await at.open();
    await at.say("Hello");
    at.server.push({
      type: "message",
      author: "ai",
      text: "I do not know that.",
      sources: [{ title: "Sizes", url: "/a" }],
    });
    at.server.push({ type: "handoff.offered", reason: "low_confidence" });
    await at.page.getByText("Would you rather talk to a person?").waitFor();
    await at.expectAccessible();
    await at.button("Talk to a person").click();
    await at.page.getByText("2nd in line", { exact: true }).waitFor();
    expect(await at.status.textContent()).toBe("Waiting for a person. 2nd in line. 2 to 5 min");
    await at.expectAccessible();
    at.server.push(
      { type: "taken_over", agent: ana },
      { state: "human", owner: ana, handoff: null },
    );
    at.server.push({ type: "message", author: "agent", agent: ana, text: "I am Ana." });
    await at.page.getByText("Ana joined").waitFor();
    expect(await at.status.textContent()).toBe("Ana is here");
    await at.expectAccessible();
    at.server.push({ type: "returned_to_ai", agent: ana }, { state: "ai", owner: null });
    await at.page.getByText("Ana has left.").waitFor();
    await at.button("5").click();
    await at.page.getByText("Thank you.").waitFor();
    expect(at.server.requests.find(({ path }) => path.endsWith("/rating"))?.body).toEqual({
      score: 5,
    });
    await at.expectAccessible();
    expect(at.complaints).toEqual([]);
  });

  it("promises an answer when nobody is there, in both time zones", async () => {
    at.server.config.availability = closed;
    at.server.config.hours = { timezone: "Europe/Bucharest" };
    await at.visit();
    await at.open();
    await at.button("Talk to a person").click();
    await at.page.getByText("Our team is currently offline.").waitFor();
    await at.page.getByText(/^Back .* 08:00 your time$/).waitFor();
    await at.button("Promise me an answer").click();
    await at.page.getByText("Please write your name.").waitFor();
    expect(
      await at.page.getByLabel("Name", { exact: true }).evaluate((box) => box.matches(":focus")),
    ).toBe(true);
    await at.expectAccessible();
    await at.page.getByLabel("Name", { exact: true }).fill("Jonas");
    await at.page.getByLabel("Email", { exact: true }).fill("jonas@lindqvist.example");
    await at.button("Promise me an answer").click();
    await at.page.getByText("Our time, Bucharest").waitFor();
    expect(await at.message.evaluate((box) => box.matches(":focus"))).toBe(true);
    await at.expectAccessible();
    await at.button("Take it back").click();
    await at.page.getByText("You took your request back.").waitFor();
  });

  it("fits a narrow screen, modal and without scrolling sideways", async () => {
    await at.visit("", 320);
    await at.open();
    const dialog = at.page.getByRole("dialog");
    expect(await dialog.getAttribute("aria-modal")).toBe("true");
    await at.button("Talk to a person").click();
    await at.button("Cancel waiting").waitFor();
    expect(await dialog.evaluate((box) => [box.scrollWidth, box.clientWidth])).toEqual([320, 320]);
    await at.expectAccessible();
    for (let i = 0; i < 12; ++i) await at.page.keyboard.press("Tab");
    expect(await dialog.evaluate((box) => box.matches(":focus-within"))).toBe(true);
  });

  it("keeps messages without a network and sends them when it is back", async () => {
    await at.visit();
    await at.open();
    await at.say("Hello");
    await at.page.context().setOffline(true);
    await at.say("Are you there?");
    await at.page.getByText("Waiting to send").waitFor();
    await at.page.getByText("You are offline.").waitFor();
    await at.expectAccessible();
    await at.page.context().setOffline(false);
    await at.page.getByText("Waiting to send").waitFor({ state: "detached" });
    expect(at.server.events.map(({ text }) => text)).toEqual(["Hello", "Are you there?"]);
  });

  it("shows unread messages and a nudge while it is closed", async () => {
    await at.visit();
    await at.open();
    await at.say("Hello");
    await at.button("Close chat").click();
    at.server.push({ type: "message", author: "agent", agent: ana, text: "I am <b>here</b>" });
    await at.page.getByText("Ana: I am <b>here</b>").waitFor();
    await at.page.getByTitle("1 new message").waitFor();
    await at.expectAccessible();
    await at.open();
    await at.page.getByTitle("1 new message").waitFor({ state: "detached" });
  });

  it("never lets the text of others become markup", async () => {
    await at.visit();
    await at.open();
    await at.say("<img src=x onerror=alert(1)>");
    at.server.push({
      type: "message",
      author: "ai",
      text: "[x](javascript:alert(1)) <script>alert(1)</script>",
    });
    await at.page.getByText("<script>").waitFor();
    expect(await at.page.getByRole("log").locator("img, script, a").count()).toBe(0);
    expect(at.complaints).toEqual([]);
  });

  it("works where WebAssembly and storage are refused", async () => {
    at.server.allowWasm = false;
    await at.visit();
    await at.page.addInitScript(
      "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('refused') } })",
    );
    await at.page.reload();
    await at.open();
    await at.say("Hello");
    at.server.push({ type: "taken_over", agent: ana }, { state: "human", owner: ana });
    await at.page.getByText("Ana joined").waitFor();
    await at.page.locator("handoff-widget [data-core=refused]").waitFor({ state: "attached" });
    expect(at.complaints.filter((text) => !/WebAssembly/.test(text))).toEqual([]);
  });

  it.skipIf(!hasCore)("fetches a person before any network call when asked for one", async () => {
    await at.visit();
    await at.open();
    await at.page.locator("handoff-widget [data-core=ready]").waitFor({ state: "attached" });
    for (let i = 0; i < 9; ++i) at.server.failures.push({ path: /POST/, status: 503 });
    await at.say("I want to talk to a human, please");
    await at.page.getByText("We are fetching someone for you.").waitFor();
    expect(await at.status.textContent()).toBe("Waiting for a person");
    expect(at.server.events).toEqual([]);
    expect(at.complaints).toEqual([]);
  });

  it.skipIf(!hasCore)("asks for the module of the log first, then for the detector", async () => {
    await at.visit();
    const modules: string[] = [];
    at.page.on("request", (request) => {
      const module = /handoff-(core|state)-\w+\.wasm$/.exec(request.url());
      if (module?.[1]) modules.push(module[1]);
    });
    await at.open();
    await at.page.locator("handoff-widget [data-core=ready]").waitFor({ state: "attached" });
    expect(modules).toEqual(["state", "core"]);
  });

  it.each(["core", "state"])("works without the module handoff-%s", async (module) => {
    await at.visit();
    await at.page.route(`**/handoff-${module}-*.wasm`, (route) => route.abort());
    await at.open();
    await at.page.locator("handoff-widget [data-core=refused]").waitFor({ state: "attached" });
    await at.say("I want to talk to a human, please");
    at.server.push({ type: "taken_over", agent: ana }, { state: "human", owner: ana });
    await at.page.getByText("Ana joined").waitFor();
    expect(at.complaints).toEqual([]);
  });

  it("speaks Romanian on a Romanian page", async () => {
    at.page = await at.browser.newPage({ reducedMotion: "reduce" });
    await at.page.goto(`${at.base}/demo?locale=ro`);
    await at.button("Deschide conversația").click();
    await at.page.getByText("Bună ziua! Sunt asistentul AI al Mara's Bikes.").waitFor();
    await at.button("Vorbiți cu un om").click();
    await at.page.getByText("al 2-lea la rând", { exact: true }).waitFor();
    await at.expectAccessible();
  });

  it("answers the page's calls and goes away when told", async () => {
    await at.visit();
    await at.page.evaluate(
      "window.seen = []; handoff('on', 'message', (e) => seen.push(e.text)); handoff('open')",
    );
    await at.message.waitFor();
    await at.page.evaluate("handoff('send', 'From the page')");
    await expect.poll(() => at.page.evaluate("window.seen")).toEqual(["From the page"]);
    await at.page.evaluate("handoff('destroy')");
    expect(await at.page.locator("handoff-widget").count()).toBe(0);
    expect(at.complaints).toEqual([]);
  });
});
