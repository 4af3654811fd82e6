// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { InboxItem } from "../../web/dashboard/model/types";
import type { AgentServer, Answer } from "./support/agent-server";
import { accessibilityFaults, hasBrowser } from "./support/browser";
import { useDashboard } from "./support/dashboard";
import { inboxItem } from "./support/inbox-item";

const parts = { retrieval: 0.9, tokens: 0.7, hedging: 1, finish: 1 };
const question = { type: "message", author: "visitor", text: "Is it in stock?" } as const;
const handoff = {
  id: "h1",
  reason: "complaint",
  rule: "ai.complaint",
  score: 1,
  note: "The frame cracked.",
  urgent: true,
  requested_at: "2026-11-23T10:00:00Z",
} as const;
const facts = { wants: "A new frame", tried: [], why: "complaint", words: null, contact: null };

function withAi(server: AgentServer): void {
  server.add(inboxItem({ id: "jonas", contact: { name: "Jonas" } }), [question]);
}

describe.skipIf(!hasBrowser)("the AI in a conversation", { timeout: 60_000 }, () => {
  const at = useDashboard(withAi);
  const log = () => at.conversation.getByRole("log");
  const accessible = async () => expect(await accessibilityFaults(at.page)).toEqual([]);

  async function open(width?: number): Promise<void> {
    await at.visit("/c/jonas", { width });
    await log().getByText(question.text).waitFor();
    await expect.poll(() => at.server.listeners("jonas")).toBe(1);
  }

  const grows = (text: string) => at.server.ephemeral("jonas", "ai.partial", { text, epoch: 1 });

  async function startsAnswer(): Promise<void> {
    at.server.ephemeral("jonas", "typing", { author: "ai", active: true });
    grows("Yes, in");
    await log().getByText("Yes, in", { exact: true }).waitFor();
  }

  it("grows_in_the_transcript_until_it_is_a_message", async () => {
    await open();
    await startsAnswer();
    grows("Yes, in moss and");
    await log().getByText("Yes, in moss and", { exact: true }).waitFor();
    expect(await log().getByText("AI is writing").count()).toBe(1);
    await accessible();
    expect(await log().ariaSnapshot()).not.toContain("in moss");
    at.server.push("jonas", {}, { type: "message", author: "ai", text: "Yes, in moss and sand." });
    await log().getByText("Yes, in moss and sand.").waitFor();
    expect(await log().getByText("AI is writing").count()).toBe(0);
    expect(await log().getByText("Yes, in moss").count()).toBe(1);
  });

  it("is_withdrawn_when_we_take_over_and_left_as_a_draft", async () => {
    await open();
    await at.page.clock.install();
    await startsAnswer();
    await at.button("Take Over").click();
    await log().getByText("Withdrawn.").waitFor();
    await log().getByText("You took over").waitFor();
    at.server.ephemeral("jonas", "ai.withdrawn", {});
    at.server.ephemeral("jonas", "ai.draft", { text: "Yes, in moss.", confidence: 0.61 });
    const box = at.region("The AI’s draft, not sent");
    await box.getByText("61% sure").waitFor();
    await accessible();
    await at.field("Reply").fill("Hello.");
    await at.button("Use the AI's draft").click();
    expect(await at.field("Reply").inputValue()).toBe("Hello.\nYes, in moss.");
    expect(await at.field("Reply").evaluate((field) => field.matches(":focus"))).toBe(true);
    expect(await box.count()).toBe(0);
    await at.page.clock.fastForward(9_000);
    await log().getByText("Withdrawn.").waitFor({ state: "detached" });
    expect(await log().getByText("Yes, in").count()).toBe(0);
  });

  it("stays_discarded_over_a_reload", async () => {
    const draft = { text: "Yes, in moss.", confidence: 0.61 };
    const owner = { id: "a1", name: "Ana Popescu" };
    at.server.push("jonas", { state: "human", owner, draft }, { type: "taken_over", agent: owner });
    await open();
    await at.button("Discard").click();
    await at.button("Discard").waitFor({ state: "detached" });
    await at.page.reload();
    await at.field("Reply").waitFor();
    expect(await at.button("Discard").count()).toBe(0);
    expect(await at.field("Reply").inputValue()).toBe("");
  });

  it("says_of_each_answer_how_sure_it_was_and_why", async () => {
    const answer = { type: "message", author: "ai", text: "Yes." } as const;
    at.server.push(
      "jonas",
      {},
      { ...answer, confidence: 0.83, confidence_parts: parts },
      { ...answer, confidence: 0.4, confidence_parts: { hedging: 0.2 } },
    );
    await open();
    const sureness = log().getByRole("button", { name: "83% sure" });
    await log().getByRole("button", { name: "40% sure" }).waitFor();
    expect(await log().getByRole("listitem").count()).toBe(0);
    await sureness.click();
    expect(await log().getByRole("listitem").allTextContents()).toEqual([
      "Articles cover the question90%",
      "The model was sure of its words70%",
      "Said plainly, without “maybe”100%",
      "Came to its end, not cut off100%",
    ]);
    expect(await sureness.getAttribute("aria-expanded")).toBe("true");
    await accessible();
  });

  function waits(change: Partial<InboxItem> = {}): void {
    const { note, rule, reason, urgent } = handoff;
    at.server.push(
      "jonas",
      { state: "waiting", handoff, summary: { ...facts, text: null, by: "core" }, ...change },
      { type: "handoff.requested", handoff_id: "h1", reason, rule, note, urgent },
    );
  }

  it.each([1280, 320])("marks_what_the_ai_calls_urgent_at_%i_px", async (width) => {
    waits();
    await open(width);
    const summary = at.region("Summary");
    await summary.getByText("Urgent").waitFor();
    await summary.getByText("The AI noticed a complaint").waitFor();
    await summary.getByText("Note by the AI, may be wrong").waitFor();
    expect(await summary.getByText("score").count()).toBe(0);
    await accessible();
    expect(await at.overflow()).toBe(0);
    await at.page.goto(at.base);
    await at.rows.getByText("Urgent").waitFor();
    await accessible();
    expect(await at.overflow()).toBe(0);
  });

  it("has_the_summary_written_and_says_by_whom", async () => {
    waits();
    await open();
    const summary = at.region("Summary");
    await summary.getByText("Not written yet.").waitFor();
    const written = {
      ...facts,
      text: "Jonas wants a new frame.",
      by: "small-model",
      made_at: "2026-11-23T10:05:00Z",
    };
    let release = (_: Answer) => {};
    at.server.answers.set(
      "POST /v1/conversations/jonas/summary",
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    await at.button("Write again").click();
    await at.button("Writing").waitFor();
    await at.page.keyboard.press("Enter");
    const { item } = at.server.conversations.get("jonas") ?? {};
    at.server.push("jonas", {}, { ...question, text: "Are you there?" });
    await log().getByText("Are you there?").waitFor();
    release([200, { conversation: { ...item, summary: written } }]);
    await summary.getByText("Jonas wants a new frame.").waitFor();
    await summary.getByText("Written by small-model at 12:05, may be wrong").waitFor();
    await summary.getByText("A new frame").first().waitFor();
    expect(at.server.posted.filter(({ path }) => path.endsWith("/summary")).length).toBe(1);
    await accessible();
  });

  it("keeps_the_summary_when_the_model_does_not_answer", async () => {
    waits({ summary: { ...facts, text: "An older one.", by: "small-model" } });
    await open();
    at.server.answers.set("POST /v1/conversations/jonas/summary", [
      503,
      { title: "Unavailable", detail: "The model did not answer." },
    ]);
    await at.button("Write again").click();
    const alert = at.region("Summary").getByRole("alert");
    await alert.getByText("No new summary: The model did not answer.").waitFor();
    await at.region("Summary").getByText("An older one.").waitFor();
    await at.button("Write again").waitFor();
    await accessible();
  });
});
