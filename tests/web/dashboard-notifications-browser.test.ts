// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { NotificationSettings } from "../../web/dashboard/model/notifications";
import { accessibilityFaults, hasBrowser } from "./support/browser";
import { type Look, useDashboard } from "./support/dashboard";
import { inboxItem } from "./support/inbox-item";
import { delivery } from "./support/notification-stub";

const all: NotificationSettings = {
  push: { subject: "mailto:ops@acme.example" },
  email: { to: ["team@acme.example"] },
  whatsapp: { to: ["+40700000000"] },
  webhooks: [{ url: "https://hooks.acme.example/x?key=s3cret" }],
};
const dead = (id: string) =>
  delivery({ id, state: "dead", attempts: 9, said: "550 5.1.1 mailbox unknown" });

describe.skipIf(!hasBrowser)("the page about notifications", { timeout: 60_000 }, () => {
  const at = useDashboard((server) => settings(all, server));
  const text = (words: string | RegExp) => at.page.getByText(words, { exact: true });
  const accessible = async () => expect(await accessibilityFaults(at.page)).toEqual([]);
  const rows = () => at.page.getByRole("table").getByRole("row");

  function settings(notifications: NotificationSettings | undefined, server = at.server): void {
    server.answers.set("GET /v1/settings", [200, { notifications }]);
  }

  async function open(look?: Look): Promise<void> {
    await at.visit("/settings/notifications", look);
    await at.page.getByRole("heading", { level: 3 }).first().waitFor();
  }

  it("is_a_page_of_the_settings", async () => {
    await at.visit("/settings");
    await at.link("Notifications").click();
    await text("Who is told, and when").waitFor();
    expect(at.page.url()).toBe(`${at.base}/settings/notifications`);
    expect(await at.link("Settings").getAttribute("aria-current")).toBe("page");
    expect(await at.page.title()).toMatch(/^Notifications/);
  });

  it.each<Look>([
    {},
    { theme: "dark" },
    { width: 320 },
    { width: 320, theme: "dark", language: "ro" },
  ])("is_accessible_and_fits (%o)", async (look) => {
    const said = `<b>gone</b> ${"long".repeat(60)}`;
    at.server.notifications.deliveries = [
      delivery({ id: "n_4", state: "pending", attempts: 2, said }),
      delivery({ id: "n_3", state: "dead", said, channel: "webhook" }),
      delivery({ id: "n_2", conversation: null, type: "digest" }),
      delivery({ id: "n_1", channel: "push", target: "a browser of Ana Pop" }),
    ];
    at.server.notifications.tests.set("email", [{ target: "te…", ok: false, said }]);
    await open(look);
    await at.page.getByRole("button", { name: /E-mail$/ }).click();
    await at.page.getByRole("button", { name: /WhatsApp$/ }).click();
    await at.page.getByText("whatsapp is not set up").waitFor();
    await accessible();
    expect(await at.overflow()).toBe(0);
    const page = at.page.locator(".page-scroll");
    expect(await page.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  });

  it("says_nothing_to_those_who_are_no_admins", async () => {
    at.server.role = "agent";
    await at.visit("/settings/notifications");
    await text("Only admins see this page").waitFor();
    await accessible();
  });

  it("draws_the_ladder_step_by_step", async () => {
    const step = (after_seconds: number, channels: ("push" | "email")[]) => ({
      after_seconds,
      channels,
    });
    settings({ ...all, ladder: [step(0, ["push"]), step(300, ["email", "push"])] });
    await open();
    const steps = at.page.locator(".ladder").getByRole("listitem");
    expect(await steps.allTextContents()).toEqual([
      "At once: browser",
      "After 5 min: browser, e-mail",
    ]);
    await text("Set up, but in no step: WhatsApp, webhook.").waitFor();
  });

  it("says_what_to_write_where_no_channel_is_set_up", async () => {
    settings(undefined);
    await open();
    await text("Nobody is told outside this page").waitFor();
    await at.page.getByText('"smtp_url"').waitFor();
    await text("Nothing was sent yet").waitFor();
    expect(await at.page.getByRole("button", { name: /^Send a test/ }).count()).toBe(0);
    await accessible();
  });

  it("shows_what_each_recipient_said_to_a_test", async () => {
    at.server.notifications.tests.set("email", [
      { target: "te…@acme.example", ok: true, said: "250 queued" },
      { target: "ow…@acme.example", ok: false, said: "550 mailbox unknown" },
    ]);
    await open();
    await at.button("Send a test: E-mail").click();
    const results = at.page.getByRole("list", { name: "What came of the test" });
    await results.getByText("Refused").waitFor();
    expect(await results.getByRole("listitem").allTextContents()).toEqual([
      "Accepted te…@acme.example250 queued",
      "Refused ow…@acme.example550 mailbox unknown",
    ]);
    expect(at.server.posted).toEqual([
      { path: "/v1/notifications/test", body: { channel: "email" } },
    ]);
  });

  it("tests_once_however_often_it_is_pressed", async () => {
    at.server.answers.set("POST /v1/notifications/test", new Promise(() => {}));
    await open();
    await at.button("Send a test: Webhook").click();
    await at.button("Sending: Webhook").waitFor();
    await at.page.keyboard.press("Enter");
    await accessible();
    expect(at.server.posted).toHaveLength(1);
    expect(await at.button("Send a test: E-mail").count()).toBe(1);
  });

  it("says_in_place_why_no_test_was_sent", async () => {
    await open();
    await at.button("Send a test: Browser").click();
    await text("No test was sent: push is not set up, or reaches nobody yet").waitFor();
    await accessible();
  });

  it("tells_of_each_delivery_what_became_of_it", async () => {
    at.server.notifications.deliveries = [
      delivery({ id: "n_2", state: "pending", attempts: 2, due_at: "2026-11-23T12:30:00Z" }),
      delivery({ id: "n_1", state: "pending", attempts: 0, said: "", conversation: null }),
      delivery({ id: "n_0", state: "pending", due_at: "2026-11-24T08:00:00Z" }),
    ];
    await open();
    await at.page.clock.setFixedTime("2026-11-23T10:00:00Z");
    await at.page.reload();
    await rows().first().waitFor();
    const cells = (row: number) => rows().nth(row).locator("th, td").allTextContents();
    expect(await cells(1)).toEqual([
      "Mon 23 Nov, 12:00",
      "E-mail",
      "te…@acme.example",
      "Somebody waits",
      "WaitingNext try 14:30",
      "2",
      "250 queued",
    ]);
    expect((await cells(2)).slice(4)).toEqual(["WaitingDue 12:01", "0", ""]);
    expect((await cells(3))[4]).toBe("WaitingNext try Tue 24 Nov, 10:00");
    expect(await rows().nth(2).getByRole("link").count()).toBe(0);
  });

  it("leads_to_the_conversation", async () => {
    at.server.add(inboxItem({ id: "jonas" }), []);
    at.server.notifications.deliveries = [delivery({})];
    await open();
    await at.link("Somebody waits").click();
    await at.conversation.waitFor();
    expect(at.page.url()).toBe(`${at.base}/c/jonas`);
  });

  it("announces_what_was_given_up_and_leads_to_it", async () => {
    at.server.notifications.deliveries = [delivery({ id: "n_9" }), dead("n_8"), dead("n_7")];
    await open();
    await at.page.getByRole("status").getByText("2 notifications could not be delivered").waitFor();
    await at.button("Show them").click();
    await expect.poll(() => rows().count()).toBe(3);
    expect(await at.button("Given up").getAttribute("aria-pressed")).toBe("true");
    expect(await at.page.evaluate("document.activeElement.textContent")).toBe(
      "Sent and to be sent",
    );
    await at.button("Waiting").click();
    await text("Nothing waits to be sent").waitFor();
    await text("2 notifications could not be delivered").waitFor();
    await accessible();
  });

  it("sends_again_what_was_given_up", async () => {
    at.server.notifications.deliveries = [dead("n_8")];
    await open();
    await at.button("Send again").click();
    await text("It is being sent again: Somebody waits, te…@acme.example").waitFor();
    await at.button("Send again").waitFor({ state: "detached" });
    expect(at.server.posted.map(({ path }) => path)).toEqual(["/v1/deliveries/n_8/replay"]);
    expect(await text("1 notification could not be delivered").count()).toBe(0);
    expect(await at.page.evaluate("document.activeElement.textContent")).toBe(
      "Sent and to be sent",
    );
  });

  it("says_in_place_why_it_was_not_sent_again", async () => {
    at.server.notifications.deliveries = [dead("n_8")];
    at.server.answers.set("POST /v1/deliveries/n_8/replay", [409, { detail: "It is done." }]);
    await open();
    await at.button("Send again").click();
    await at.page.getByRole("alert").getByText("Not sent again: It is done.").waitFor();
    await at.button("Send again").waitFor();
    await accessible();
  });

  it("says_that_it_could_not_be_loaded_and_tries_again", async () => {
    at.server.answers.set("GET /v1/deliveries", [500, { title: "x", detail: "The disk is full." }]);
    await at.visit("/settings/notifications");
    await text("The disk is full.").waitFor();
    at.server.answers.delete("GET /v1/deliveries");
    await at.button("Try again").click();
    await text("Who is told, and when").waitFor();
  });
});
