// @vitest-environment node
import { rmSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AgentServer } from "./support/agent-server";
import { accessibilityFaults, buildDashboard, hasBrowser, launch } from "./support/browser";
import { inboxItem } from "./support/inbox-item";

const words = "Am așteptat 😀, I want a person please";
const start = new TextEncoder().encode("Am așteptat 😀, ").length;
const evidence = [{ start, end: start + 15, text: "I want a person" }];
const request = {
  type: "handoff.requested",
  reason: "user_request",
  rule: "request.talk_to_person",
} as const;

describe.skipIf(!hasBrowser)("the dashboard in a browser", { timeout: 60_000 }, () => {
  let browser: Browser;
  let files: string;
  let server: AgentServer;
  let base: string;
  let page: Page;
  let complaints: string[];

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
    waiting("jonas", "Jonas Lindqvist");
    base = await server.start();
    complaints = [];
  });

  afterEach(async () => {
    await page.close();
    await server.stop();
    expect(complaints).toEqual([]);
  });

  function waiting(id: string, name: string): void {
    const handoff = {
      id: `h-${id}`,
      reason: request.reason,
      rule: request.rule,
      score: 0.97,
      evidence,
      message_seq: 1,
      requested_at: "2026-11-23T10:00:00Z",
    };
    server.add(inboxItem({ id, state: "waiting", contact: { name }, handoff }), [
      { type: "message", author: "visitor", text: words },
      { ...request, handoff_id: handoff.id, evidence, message_seq: 1, score: 0.97 },
    ]);
  }

  async function visit(path: string, width = 1280): Promise<void> {
    page = await browser.newPage({
      viewport: { width, height: 720 },
      locale: "en-GB",
      reducedMotion: "reduce",
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(base + path);
  }

  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const conversation = () => page.getByRole("region", { name: "Conversation", exact: true });
  const rows = () =>
    page.getByRole("list", { name: "Conversations", exact: true }).getByRole("listitem");
  const tab = (name: string) => page.getByRole("tab", { name, exact: true });
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });

  it("keeps_the_address_over_a_wrong_and_a_right_password", async () => {
    server.signedIn = false;
    await visit("/c/jonas?state=waiting");
    await field("Email").fill("ana@example.com");
    await page.getByLabel("Password").fill("wrong");
    await button("Sign in").click();
    await page.getByText("E-mail and password do not match.").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel("Password").fill("right");
    await button("Sign in").click();
    await conversation().waitFor();
    expect(page.url()).toBe(`${base}/c/jonas?state=waiting`);
  });

  it("uses_a_one_time_link_and_takes_it_out_of_the_address", async () => {
    server.signedIn = false;
    await visit("/sign-in#token=once");
    await rows().first().waitFor();
    expect(page.url()).toBe(`${base}/`);
  });

  it("goes_back_to_sign_in_when_the_session_ends", async () => {
    await visit("/c/jonas");
    await button("Take Over").waitFor();
    server.signedIn = false;
    await button("Take Over").click();
    await field("Email").waitFor();
    expect(page.url()).toBe(`${base}/c/jonas`);
  });

  it("marks_the_words_that_caused_the_handoff_and_names_rule_and_score", async () => {
    await visit("/c/jonas");
    await page.locator("mark", { hasText: "I want a person" }).waitFor();
    expect(await page.locator("mark").allTextContents()).toEqual(["I want a person"]);
    const log = page.getByRole("log");
    await log.getByText("Asks to talk to a person · score 97%").waitFor();
    const summary = page.getByRole("region", { name: "Summary", exact: true });
    await summary.getByText("“I want a person”").waitFor();
    await summary.getByRole("button", { name: "Asked for a person" }).click();
    expect(await page.evaluate("document.activeElement.textContent")).toBe("I want a person");
  });

  it.each([1280, 320])("has_no_accessibility_faults_at_%i_px", async (width) => {
    await visit("/", width);
    await rows().first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await rows().getByRole("link").first().click();
    await page.locator("mark").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBe(width);
  });

  it("takes_over_by_key_loses_no_letter_and_returns_with_a_note", async () => {
    await visit("/c/jonas");
    await page.locator("mark").waitFor();
    await page.keyboard.press("t");
    await field("Reply").waitFor();
    await page.keyboard.type("Right, I have read it.");
    await page.keyboard.press("Enter");
    await conversation().getByText("Right, I have read it.").waitFor();
    await tab("Note").click();
    await field("Note").fill("third time this month");
    await button("Send").click();
    await page.getByText("Note, team only").waitFor();
    expect(server.posted.map(({ path }) => path.split("/").pop())).toContain("notes");
    await button("Return to AI").click();
    await field("What should the AI know?").fill("Parcel is next door");
    await button("Return to AI").click();
    await page.getByText("Note for the AI and the team").waitFor();
    await button("Take Over").waitFor();
  });

  it("tells_the_loser_who_won_keeps_the_draft_and_offers_the_next_in_line", async () => {
    waiting("elena", "Elena Dumitrescu");
    await visit("/c/jonas");
    await page.locator("mark").waitFor();
    server.raduIsFaster = true;
    await button("Take Over").click();
    await page.getByRole("alert").getByText("Taken by Radu Ionescu").waitFor();
    server.raduIsFaster = false;
    await button("Take Elena Dumitrescu").click();
    await field("Reply").waitFor();
    expect(page.url()).toBe(`${base}/c/elena`);
  });

  it("sends_again_under_the_same_number_when_the_connection_broke", async () => {
    await visit("/c/jonas");
    await button("Take Over").click();
    await field("Reply").fill("one");
    server.broken = 2;
    await button("Send").click();
    await field("Reply").fill("two");
    await button("Send").click();
    await page.getByRole("log").getByText("two", { exact: true }).waitFor();
    await page.getByText("Waiting to send").first().waitFor({ state: "detached" });
    const sent = server.posted.filter(({ path }) => path.endsWith("/messages"));
    expect(sent.map(({ body }) => body.text)).toEqual(["one", "one", "one", "two"]);
    expect(new Set(sent.map(({ body }) => body.client_id)).size).toBe(2);
  });

  it("keeps_drafts_over_a_change_of_conversation_and_a_reload", async () => {
    waiting("elena", "Elena Dumitrescu");
    await visit("/c/jonas");
    await tab("Note").click();
    await field("Note").fill("half a thought");
    await page.keyboard.press("Escape");
    await rows().getByRole("link", { name: /Elena/ }).click();
    await page.waitForURL(`${base}/c/elena`);
    await page.goto(`${base}/c/jonas`);
    await tab("Note").click();
    expect(await field("Note").inputValue()).toBe("half a thought");
  });

  it("announces_who_begins_to_wait_and_counts_in_the_title", async () => {
    server.add(inboxItem({ id: "mihai", contact: { name: "Mihai Stan" } }), []);
    await visit("/");
    await page.getByText("Live", { exact: true }).waitFor();
    await rows().nth(1).waitFor();
    const handoff = {
      id: "h9",
      reason: "complaint",
      requested_at: new Date().toISOString(),
    } as const;
    server.push(
      "mihai",
      { state: "waiting", handoff },
      { ...request, reason: "complaint", handoff_id: "h9" },
    );
    await page.getByRole("status").getByText("Mihai Stan is waiting: Complaint").waitFor();
    expect(await page.title()).toMatch(/^\(2\) Inbox/);
  });

  it("never_moves_rows_under_the_focus", async () => {
    await visit("/");
    await rows().getByRole("link").first().focus();
    server.add(
      inboxItem({
        id: "older",
        state: "waiting",
        contact: { name: "Older Request" },
        handoff: { id: "h0", reason: "manual", requested_at: "2026-11-23T09:00:00Z" },
      }),
      [{ type: "message", author: "visitor", text: "hi" }],
    );
    await rows().nth(1).waitFor();
    expect(await rows().getByRole("link").first().textContent()).toContain("Jonas");
    await page.locator("h1").first().click();
    await page.keyboard.press("Tab");
    await page.getByRole("link", { name: "Reports", exact: true }).focus();
    await rows().first().getByText("Older Request").waitFor();
  });
});
