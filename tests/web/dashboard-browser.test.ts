// @vitest-environment node
import { describe, expect, it } from "vitest";
import { accessibilityFaults, hasBrowser } from "./support/browser";
import { useDashboard } from "./support/dashboard";
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
  const at = useDashboard((server) => waiting("jonas", "Jonas Lindqvist", server));
  const visit = (path: string, width?: number) => at.visit(path, { width });
  const { button, field, tab } = at;

  function waiting(id: string, name: string, server = at.server): void {
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

  it("keeps_the_address_over_a_wrong_and_a_right_password", async () => {
    at.server.signedIn = false;
    await visit("/c/jonas?state=waiting");
    await field("Email").fill("ana@example.com");
    await at.page.getByLabel("Password").fill("wrong");
    await button("Sign in").click();
    await at.page.getByText("E-mail and password do not match.").waitFor();
    expect(await accessibilityFaults(at.page)).toEqual([]);
    await at.page.getByLabel("Password").fill("right");
    await button("Sign in").click();
    await at.conversation.waitFor();
    expect(at.page.url()).toBe(`${at.base}/c/jonas?state=waiting`);
  });

  it("uses_a_one_time_link_and_takes_it_out_of_the_address", async () => {
    at.server.signedIn = false;
    await visit("/sign-in#token=once");
    await at.rows.first().waitFor();
    expect(at.page.url()).toBe(`${at.base}/`);
  });

  it("goes_back_to_sign_in_when_the_session_ends", async () => {
    await visit("/c/jonas");
    await button("Take Over").waitFor();
    at.server.signedIn = false;
    await button("Take Over").click();
    await field("Email").waitFor();
    expect(at.page.url()).toBe(`${at.base}/c/jonas`);
  });

  it("marks_the_words_that_caused_the_handoff_and_names_rule_and_score", async () => {
    await visit("/c/jonas");
    await at.page.locator("mark", { hasText: "I want a person" }).waitFor();
    expect(await at.page.locator("mark").allTextContents()).toEqual(["I want a person"]);
    const log = at.page.getByRole("log");
    await log.getByText("Asks to talk to a person · score 97%").waitFor();
    const summary = at.page.getByRole("region", { name: "Summary", exact: true });
    await summary.getByText("“I want a person”").waitFor();
    await summary.getByRole("button", { name: "Asked for a person" }).click();
    expect(await at.page.evaluate("document.activeElement.textContent")).toBe("I want a person");
  });

  it.each([1280, 320])("has_no_accessibility_faults_at_%i_px", async (width) => {
    await visit("/", width);
    await at.rows.first().waitFor();
    expect(await accessibilityFaults(at.page)).toEqual([]);
    await at.rows.getByRole("link").first().click();
    await at.page.locator("mark").waitFor();
    expect(await accessibilityFaults(at.page)).toEqual([]);
    expect(await at.page.evaluate("document.scrollingElement.scrollWidth")).toBe(width);
  });

  it("takes_over_by_key_loses_no_letter_and_returns_with_a_note", async () => {
    await visit("/c/jonas");
    await at.page.locator("mark").waitFor();
    await at.page.keyboard.press("t");
    await field("Reply").waitFor();
    await at.page.keyboard.type("Right, I have read it.");
    await at.page.keyboard.press("Enter");
    await at.conversation.getByText("Right, I have read it.").waitFor();
    await tab("Note").click();
    await field("Note").fill("third time this month");
    await button("Send").click();
    await at.page.getByText("Note, team only").waitFor();
    expect(at.server.posted.map(({ path }) => path.split("/").pop())).toContain("notes");
    await button("Return to AI").click();
    await field("What should the AI know?").fill("Parcel is next door");
    await button("Return to AI").click();
    await at.page.getByText("Note for the AI and the team").waitFor();
    await button("Take Over").waitFor();
  });

  it("tells_the_loser_who_won_keeps_the_draft_and_offers_the_next_in_line", async () => {
    waiting("elena", "Elena Dumitrescu");
    await visit("/c/jonas");
    await at.page.locator("mark").waitFor();
    at.server.raduIsFaster = true;
    await button("Take Over").click();
    await at.page.getByRole("alert").getByText("Taken by Radu Ionescu").waitFor();
    at.server.raduIsFaster = false;
    await button("Take Elena Dumitrescu").click();
    await field("Reply").waitFor();
    expect(at.page.url()).toBe(`${at.base}/c/elena`);
  });

  it("sends_again_under_the_same_number_when_the_connection_broke", async () => {
    await visit("/c/jonas");
    await button("Take Over").click();
    await field("Reply").fill("one");
    at.server.broken = 2;
    await button("Send").click();
    await field("Reply").fill("two");
    await button("Send").click();
    await at.page.getByRole("log").getByText("two", { exact: true }).waitFor();
    await at.page.getByText("Waiting to send").first().waitFor({ state: "detached" });
    const sent = at.server.posted.filter(({ path }) => path.endsWith("/messages"));
    expect(sent.map(({ body }) => body.text)).toEqual(["one", "one", "one", "two"]);
    expect(new Set(sent.map(({ body }) => body.client_id)).size).toBe(2);
  });

  it("keeps_drafts_over_a_change_of_conversation_and_a_reload", async () => {
    waiting("elena", "Elena Dumitrescu");
    await visit("/c/jonas");
    await tab("Note").click();
    await field("Note").fill("half a thought");
    await at.page.keyboard.press("Escape");
    await at.rows.getByRole("link", { name: /Elena/ }).click();
    await at.page.waitForURL(`${at.base}/c/elena`);
    await at.page.goto(`${at.base}/c/jonas`);
    await tab("Note").click();
    expect(await field("Note").inputValue()).toBe("half a thought");
  });

  it("announces_who_begins_to_wait_and_counts_in_the_title", async () => {
    at.server.add(inboxItem({ id: "mihai", contact: { name: "Mihai Stan" } }), []);
    await visit("/");
    await at.page.getByText("Live", { exact: true }).waitFor();
    await at.rows.nth(1).waitFor();
    const handoff = {
      id: "h9",
      reason: "complaint",
      requested_at: new Date().toISOString(),
    } as const;
    at.server.push(
      "mihai",
      { state: "waiting", handoff },
      { ...request, reason: "complaint", handoff_id: "h9" },
    );
    await at.page.getByRole("status").getByText("Mihai Stan is waiting: Complaint").waitFor();
    expect(await at.page.title()).toMatch(/^\(2\) Inbox/);
  });

  it("never_moves_rows_under_the_focus", async () => {
    await visit("/");
    await at.rows.getByRole("link").first().focus();
    at.server.add(
      inboxItem({
        id: "older",
        state: "waiting",
        contact: { name: "Older Request" },
        handoff: { id: "h0", reason: "manual", requested_at: "2026-11-23T09:00:00Z" },
      }),
      [{ type: "message", author: "visitor", text: "hi" }],
    );
    await at.rows.nth(1).waitFor();
    expect(await at.rows.getByRole("link").first().textContent()).toContain("Jonas");
    await at.page.locator("h1").first().click();
    await at.page.keyboard.press("Tab");
    await at.page.getByRole("link", { name: "Reports", exact: true }).focus();
    await at.rows.first().getByText("Older Request").waitFor();
  });
});
