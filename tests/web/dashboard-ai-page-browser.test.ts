// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { AiReport, AiTrial } from "../../web/dashboard/model/ai";
import { aiReport } from "./support/ai-report";
import { accessibilityFaults, hasBrowser } from "./support/browser";
import { type Look, useDashboard } from "./support/dashboard";

const parts = { retrieval: 0.9, tokens: 0.7, hedging: 1, finish: 1 };
const answer = {
  text: "For **five years**. <b>See</b> [x](javascript:alert(1))",
  confidence: 0.83,
  confidence_parts: parts,
  sources: [{ title: "Warranty", url: "https://shop.example/warranty" }],
  by: "small-model",
  handoff: null,
};
const errors = Array.from({ length: 7 }, (_, index) => ({
  at: `2026-11-23T10:0${9 - index}:00Z`,
  what: `no answer, number ${index}`,
}));

describe.skipIf(!hasBrowser)("the page about the AI", { timeout: 60_000 }, () => {
  const at = useDashboard((server) => reports(aiReport(), server));
  const text = (words: string | RegExp) => at.page.getByText(words, { exact: true });
  const accessible = async () => expect(await accessibilityFaults(at.page)).toEqual([]);

  function reports(report: AiReport, server = at.server): void {
    server.answers.set("GET /v1/ai", [200, report]);
  }

  async function open(look?: Look): Promise<void> {
    await at.visit("/settings/ai", look);
    await text(look?.language === "ro" ? "Cine răspunde" : "Who answers").waitFor();
  }

  /** Asks, and has the server answer this. */
  async function ask(trial: AiTrial): Promise<void> {
    at.server.answers.set("POST /v1/ai/test", [200, trial]);
    await at.field("Question").fill("Is a cracked frame covered?");
    await at.button("Ask").click();
  }

  it("is_a_page_of_the_settings", async () => {
    at.server.answers.set("GET /v1/settings", [200, {}]);
    await at.visit("/settings");
    await at.link("AI").click();
    await text("small-model").waitFor();
    expect(at.page.url()).toBe(`${at.base}/settings/ai`);
    expect(await at.link("Settings").getAttribute("aria-current")).toBe("page");
    expect(await at.link("AI").getAttribute("aria-current")).toBe("page");
    expect(await at.page.title()).toMatch(/^AI/);
    await at.link("Human Handoff").click();
    await at.page.getByText("What is in force now.").waitFor();
  });

  it.each<Look>([
    {},
    { theme: "dark" },
    { width: 320 },
    { width: 320, theme: "dark", language: "ro" },
  ])("is_accessible_and_fits (%o)", async (look) => {
    reports(aiReport({ errors, dropped_parameters: ["logprobs", "newer_thing"] }));
    await open(look);
    at.server.answers.set("POST /v1/ai/test", [200, { ms: 1240, answer }]);
    await at.page.getByRole("textbox").fill("Is a cracked frame covered?");
    await at.page.keyboard.press("Enter");
    await text("five years").waitFor();
    await accessible();
    expect(await at.overflow()).toBe(0);
    const page = at.page.locator(".page-scroll");
    expect(await page.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  });

  it("says_nothing_to_those_who_are_no_admins", async () => {
    at.server.role = "agent";
    await at.visit("/settings/ai");
    await text("Only admins see this page").waitFor();
    expect(await at.link("AI").count()).toBe(0);
    await accessible();
  });

  it.each([
    [{ state: "ok", retry_at: null }, "Working."],
    [{ state: "failing", retry_at: null }, "Failing."],
    [{ state: "paused", retry_at: "2026-11-23T12:07:00Z" }, "Paused until 14:07."],
    [{ state: "paused", retry_at: null }, "Paused."],
    [{ state: "unknown", retry_at: null }, "Not asked yet."],
  ] as const)("says_how_the_ai_is (%o)", async (health, words) => {
    reports(aiReport({ health: { ...health, last_answer_at: null } }));
    await open();
    await text(words).waitFor();
    await accessible();
  });

  it("shows_what_went_wrong_newest_first_and_the_rest_on_demand", async () => {
    reports(aiReport({ errors }));
    await open();
    const wrong = at.page.getByText(/^no answer, number/);
    expect(await wrong.allTextContents()).toHaveLength(5);
    await text("Mon 23 Nov, 12:09").waitFor();
    await at.button("Show 2 more").click();
    expect(await wrong.last().textContent()).toBe("no answer, number 6");
  });

  it("says_honestly_where_there_is_nothing_to_say", async () => {
    const none = aiReport().calibration.map((bin) => ({ ...bin, answers: 0, handed_over: 0 }));
    reports(aiReport({ latency_ms: null, calibration: none }));
    await open();
    await text("No errors.").waitFor();
    await text("No answer has said how sure it was yet.").waitFor();
    await text("No data").waitFor();
    await accessible();
  });

  it("gives_no_share_where_there_are_too_few_answers", async () => {
    await open();
    const row = (number: number) =>
      at.page.getByRole("row").nth(number).locator("th, td").allTextContents();
    expect(await row(1)).toEqual(["0–10%", "2", "too few answers to say"]);
    expect(await row(3)).toEqual(["20–30%", "12", "83%"]);
  });

  it("shows_an_answer_as_a_visitor_would_see_it_and_what_it_rests_on", async () => {
    await open();
    await ask({ ms: 1240, answer });
    const result = at.region("Answer");
    await result.getByText("five years", { exact: true }).waitFor();
    expect(await result.locator("b", { hasText: "See" }).count()).toBe(0);
    expect(await result.getByRole("link").allTextContents()).toEqual(["Warranty"]);
    await result.getByText("Answered by small-model in 1.2 s").waitFor();
    await result.getByText("It does not ask for a person.").waitFor();
    expect(await result.locator(".grounds").getByRole("listitem").count()).toBe(4);
    const sent = at.server.posted.filter(({ path }) => path === "/v1/ai/test");
    expect(sent.map(({ body }) => body)).toEqual([
      { question: "Is a cracked frame covered?", locale: "en" },
    ]);
  });

  it("shows_that_the_ai_asks_for_a_person", async () => {
    await open();
    const handoff = {
      reason: "low_confidence",
      rule: "ai.policy",
      note: "A refund above the limit.",
      urgent: true,
    };
    await ask({ ms: 640, answer: { ...answer, text: "", sources: [], by: "builtin", handoff } });
    const result = at.region("Answer");
    await result.getByText("It says nothing.").waitFor();
    await result.getByText("Answered by the built-in AI in 640 ms").waitFor();
    for (const words of ["AI was unsure", "Urgent", "The AI may not decide this"])
      await result.getByText(words, { exact: true }).waitFor();
    await result.getByText("A refund above the limit.").waitFor();
    await accessible();
  });

  it("says_why_there_was_no_answer_and_loads_the_figures_again", async () => {
    await open();
    const counts = { ...aiReport().counts, failures: 4711 };
    reports(aiReport({ counts }));
    await ask({ ms: 15_003, error: "the answer did not begin within 15 s" });
    const alert = at.page.getByRole("alert");
    await alert.getByText("No answer after 15 s: the answer did not begin within 15 s").waitFor();
    await text("4,711").waitFor();
    expect(await at.field("Question").inputValue()).toBe("Is a cracked frame covered?");
    await accessible();
  });

  it("asks_once_however_often_it_is_pressed_and_only_when_there_is_a_question", async () => {
    await open();
    await at.button("Ask").click();
    await at.page.getByRole("alert").getByText("Write a question first.").waitFor();
    at.server.answers.set("POST /v1/ai/test", new Promise(() => {}));
    await at.field("Question").fill("Hello?");
    await at.page.keyboard.press("Enter");
    await at.button("Asking").waitFor();
    await at.page.keyboard.press("Enter");
    await accessible();
    await expect
      .poll(() => at.server.posted.filter(({ path }) => path === "/v1/ai/test").length)
      .toBe(1);
  });

  it("says_that_the_provider_cannot_be_asked", async () => {
    await open();
    at.server.answers.set("POST /v1/ai/test", [409, { title: "x", detail: "It is paused." }]);
    await at.field("Question").fill("Hello?");
    await at.button("Ask").click();
    await at.page.getByRole("alert").getByText("Not asked: It is paused.").waitFor();
  });

  it.each([
    ["external", "Your own bot answers through the API"],
    ["none", "There is no AI to ask."],
  ] as const)("offers_no_question_to_%s", async (provider, words) => {
    reports(aiReport({ provider, bot: { webhook: "https://bot.example/hook" } }));
    await open();
    await at.page.getByText(words).waitFor();
    expect(await at.field("Question").count()).toBe(0);
    await accessible();
  });

  it("comes_anew_every_ten_seconds_and_keeps_what_it_shows_meanwhile", async () => {
    await at.visit("/callbacks");
    await at.page.clock.install();
    at.server.answers.set("GET /v1/settings", [200, {}]);
    await at.link("Settings").click();
    await at.link("AI").click();
    await text("small-model").waitFor();
    reports(aiReport({ model: "next-model" }));
    await at.page.clock.fastForward(10_500);
    await text("next-model").waitFor();
    at.server.answers.set("GET /v1/ai", [500, { title: "Internal error" }]);
    await at.page.clock.fastForward(10_500);
    await at.page.getByText(/^This could not be loaded again\. Shown as of/).waitFor();
    expect(await text("next-model").count()).toBe(1);
    await accessible();
    reports(aiReport({ model: "third-model" }));
    await at.button("Try again").click();
    await text("third-model").waitFor();
    expect(await at.page.getByText("This could not be loaded again").count()).toBe(0);
  });

  it("says_that_it_could_not_be_loaded_and_tries_again", async () => {
    at.server.answers.set("GET /v1/ai", [500, { title: "x", detail: "The disk is full." }]);
    await at.visit("/settings/ai");
    await text("The disk is full.").waitFor();
    await accessible();
    reports(aiReport());
    await at.button("Try again").click();
    await text("small-model").waitFor();
  });
});
