// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Promised, PromisedCallback } from "../../web/dashboard/model/promise";
import type { AgentServer } from "./support/agent-server";
import { accessibilityFaults, hasBrowser } from "./support/browser";
import { type Look, useDashboard } from "./support/dashboard";
import { inboxItem } from "./support/inbox-item";

const now = "2026-11-23T10:00:00Z";
const due = "2026-11-23T13:00:00Z";
const contact = { name: "Jonas Lindqvist", email: "jonas@lindqvist.example", phone: "+4420794600" };

function promised(id: string, callback: Partial<PromisedCallback>, change = {}): Promised {
  const whole = {
    due_at: due,
    promised_at: "2026-11-22T09:00:00Z",
    state: "open" as const,
    first_due_at: callback.due_at ?? due,
    answered_at: null,
    ...callback,
  };
  const handoff = { id: `h-${id}`, reason: "complaint" as const, requested_at: now };
  const timezone = "Europe/London";
  return inboxItem({
    id,
    state: "callback",
    contact,
    handoff,
    timezone,
    callback: whole,
    ...change,
  });
}

describe.skipIf(!hasBrowser)("promises in a browser", { timeout: 60_000 }, () => {
  const at = useDashboard((server) => lists({ open: [promised("jonas", {})] }, server));
  const text = (words: string | RegExp) => at.page.getByText(words, { exact: true });
  const accessible = async () => expect(await accessibilityFaults(at.page)).toEqual([]);
  const cards = () => at.page.getByRole("list", { name: "Promised answers" }).getByRole("listitem");

  function lists(items: Record<string, Promised[]>, server: AgentServer = at.server): void {
    server.callbacks = items;
  }

  async function open(look?: Look): Promise<void> {
    await at.visit("/callbacks", look);
    await at.page.clock.setFixedTime(now);
    await at.page.reload();
    await at.page.getByRole("article").first().waitFor();
  }

  it("say_to_whom_why_by_when_and_how_long_is_left", async () => {
    await open();
    const card = cards().first();
    for (const words of ["Jonas Lindqvist", "Promise", "Complaint", "Mon 23 Nov, 13:00", "in 3 h"])
      await card.getByText(words, { exact: true }).waitFor();
    expect(await card.getByText("Mon 23 Nov, 15:00").count()).toBe(2);
    const links = card.getByRole("link");
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual([
      "mailto:jonas@lindqvist.example",
      "tel:+4420794600",
      "/c/jonas",
    ]);
    await accessible();
  });

  it("stand_apart_when_they_are_late", async () => {
    const late = { first_due_at: "2026-11-23T09:12:00Z", due_at: "2026-11-23T11:00:00Z" };
    lists({ open: [promised("a", { ...late, state: "broken" }), promised("b", {})] });
    await open();
    await at.page.getByRole("heading", { name: "1 is late" }).waitFor();
    await at.page.getByRole("heading", { name: "1 still in time" }).waitFor();
    const first = cards().first();
    for (const words of ["Late", "48 min late", "Promised again by Mon 23 Nov, 13:00"])
      await first.getByText(words, { exact: true }).waitFor();
    await accessible();
  });

  it("are_filtered_by_what_became_of_them", async () => {
    const answered_at = "2026-11-23T09:20:00Z";
    const kept = promised("k", { state: "kept", due_at: "2026-11-23T10:00:00Z", answered_at });
    const broken = promised("b", { state: "broken", due_at: "2026-11-23T09:00:00Z", answered_at });
    lists({ open: [promised("o", {})], kept: [kept], broken: [broken] });
    await open();
    await at.button("Kept").click();
    await text("40 min before the deadline").waitFor();
    await text("Answered Mon 23 Nov, 11:20").waitFor();
    await at.button("Answered late").click();
    await text("20 min after the deadline").waitFor();
    expect(await cards().count()).toBe(1);
    await accessible();
  });

  it("are_not_there_and_that_is_said", async () => {
    lists({});
    await at.visit("/callbacks");
    await text("No promise is open").waitFor();
    await at.button("Answered late").click();
    await text("No promise was broken").waitFor();
    await accessible();
  });

  it.each<Look>([{ width: 1440 }, { width: 320 }, { width: 320, theme: "dark", language: "ro" }])(
    "fit_with_all_their_words (%o)",
    async (look) => {
      const name = "Elena-Maria Constantinescu-Brâncoveanu, Liceul Teoretic";
      const email = "elena.maria.constantinescu@liceul-teoretic-foarte-lung.example";
      lists({ open: [promised("e", {}, { contact: { name, email } })] });
      await open(look);
      await text(name).waitFor();
      await accessible();
      expect(await at.overflow()).toBe(0);
      const page = at.page.locator(".page-scroll");
      expect(await page.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    },
  );

  it.each([1440, 900, 320])("show_their_whole_reason_in_the_inbox_at_%i_px", async (width) => {
    const name = "Elena-Maria Constantinescu-Brâncoveanu, Liceul Teoretic Internațional";
    const handoff = { id: "h", reason: "user_request" as const, requested_at: now };
    const item = promised("e", { due_at: "2026-11-25T13:00:00Z" }, { contact: { name }, handoff });
    at.server.add(item, []);
    await at.visit("/", { width, language: "ro" });
    const reason = at.page.getByText("A cerut un om", { exact: true });
    await reason.waitFor();
    expect(await reason.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    const row = at.page.locator(".inbox-row");
    expect(await row.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  });

  it("have_their_day_in_the_transcript_when_it_is_not_today", async () => {
    at.server.add(promised("e", {}), [
      { type: "callback.promised", at: now, due_at: "2026-11-24T09:00:00Z" },
      { type: "callback.promised", at: now, due_at: due },
    ]);
    await at.visit("/");
    await at.page.clock.setFixedTime(now);
    await at.page.goto(`${at.base}/c/e`);
    const log = at.page.getByRole("log");
    await log.getByText("Answer promised by Tue 24 Nov, 11:00").waitFor();
    await log.getByText("Answer promised by 15:00").waitFor();
  });

  it("are_counted_in_the_reports", async () => {
    const report = (promises: object) => {
      const body = { handoffs: 60, by_reason: { manual: 60 }, promises };
      at.server.answers.set("GET /v1/reports/handoffs", [200, body]);
    };
    report({ open: 3, kept: 47, broken: 3 });
    await at.visit("/reports");
    await text("Promises kept").waitFor();
    await text("94%").waitFor();
    await text("47 of 50, 3 open").waitFor();
    await accessible();
    report({ open: 1, kept: 0, broken: 0 });
    await at.button("7").click();
    await text("None was due yet, 1 open").waitFor();
    report({ open: 0, kept: 0, broken: 0 });
    await at.button("90").click();
    await text("Promises kept").waitFor({ state: "detached" });
  });
});
