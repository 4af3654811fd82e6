// @vitest-environment node
import { describe, expect, it } from "vitest";
import { accessibilityFaults, hasBrowser } from "./support/browser";
import { type Look, useDashboard } from "./support/dashboard";

const path = "/v1/session/notifications";

describe.skipIf(!hasBrowser)("my notifications", { timeout: 60_000 }, () => {
  const at = useDashboard(() => {});
  const text = (words: string) => at.page.getByText(words, { exact: true });
  const control = (name: string) => at.page.getByRole("switch", { name, exact: true });
  const menu = () =>
    at.page.getByRole("button", { name: /You and this device|Dvs\. și acest dispozitiv/ });
  const retry = () =>
    at.page
      .getByRole("group", { name: "My notifications" })
      .getByRole("button", { name: "Try again" });
  const accessible = async () => expect(await accessibilityFaults(at.page)).toEqual([]);
  const kept = () => at.server.notifications.own;

  async function open(look?: Look): Promise<void> {
    await at.visit("/reports", look);
    await menu().click();
    await control(look?.language === "ro" ? "Ore de liniște" : "Quiet hours").waitFor();
  }

  it("are_saved_as_they_are_changed", async () => {
    await open();
    expect(await control("Tell me by e-mail").getAttribute("aria-checked")).toBe("true");
    await control("Tell me by e-mail").click();
    await at.page.getByRole("status").getByText("Saved", { exact: true }).waitFor();
    expect(kept()).toMatchObject({ email: false, quiet_hours: null });
    await at.page.reload();
    await menu().click();
    await control("Quiet hours").waitFor();
    expect(await control("Tell me by e-mail").getAttribute("aria-checked")).toBe("false");
  });

  it("show_only_the_channels_that_the_site_has", async () => {
    at.server.notifications.own = { ...kept(), available: ["whatsapp"] };
    await open();
    expect(await control("Tell me by e-mail").count()).toBe(0);
    expect(await control("Tell me by WhatsApp").count()).toBe(1);
  });

  it("ask_for_the_number_before_whatsapp_is_saved", async () => {
    await open();
    await control("Tell me by WhatsApp").click();
    await text("Enter your number, with the country code.").waitFor();
    await text("Not saved yet").waitFor();
    await accessible();
    await at.field("WhatsApp number").fill("0700 000 000");
    await at.page.keyboard.press("Enter");
    await text("This number is incomplete. Begin with + and the country code.").waitFor();
    expect(kept()).toMatchObject({ whatsapp: false, phone: "" });
    await at.field("WhatsApp number").fill("+40 700 000 000");
    await at.page.keyboard.press("Tab");
    await text("Saved").waitFor();
    expect(kept()).toMatchObject({ whatsapp: true, phone: "+40700000000" });
    expect(await at.field("WhatsApp number").inputValue()).toBe("+40700000000");
  });

  it("keep_quiet_in_the_hours_that_are_set", async () => {
    await open();
    await control("Quiet hours").click();
    await text("Saved").waitFor();
    expect(kept().quiet_hours).toEqual({ start: "22:00", end: "07:00" });
    await text("Time in Bucharest").waitFor();
    await at.page.getByLabel("Until", { exact: true }).fill("08:30");
    await expect.poll(() => kept().quiet_hours?.end).toBe("08:30");
    await at.page.getByLabel("From", { exact: true }).fill("08:30");
    await text("The two times must differ.").waitFor();
    await accessible();
    expect(kept().quiet_hours).toEqual({ start: "22:00", end: "08:30" });
    await control("Quiet hours").click();
    await expect.poll(() => kept().quiet_hours).toBe(null);
  });

  it("say_what_the_server_did_not_accept_and_keep_it", async () => {
    const errors = [{ path: "phone", message: "is the number of the site itself" }];
    at.server.answers.set(`PUT ${path}`, [400, { title: "Invalid", errors }]);
    at.server.notifications.own = { ...kept(), whatsapp: true, phone: "+40700000001" };
    await open();
    await at.field("WhatsApp number").fill("+40700000002");
    await at.page.keyboard.press("Enter");
    await text("is the number of the site itself").waitFor();
    await text("Not saved").waitFor();
    await at.page.keyboard.press("Escape");
    await menu().click();
    expect(await at.field("WhatsApp number").inputValue()).toBe("+40700000002");
    await text("is the number of the site itself").waitFor();
  });

  it("say_that_saving_failed_and_try_again", async () => {
    at.server.answers.set(`PUT ${path}`, [500, { title: "x", detail: "The disk is full." }]);
    await open();
    await control("Tell me by e-mail").click();
    await text("Not saved: The disk is full.").waitFor();
    expect(await control("Tell me by e-mail").getAttribute("aria-checked")).toBe("false");
    await accessible();
    at.server.answers.delete(`PUT ${path}`);
    await retry().click();
    await text("Saved").waitFor();
    expect(kept().email).toBe(false);
  });

  it("end_as_the_agent_left_them_however_fast_they_were_changed", async () => {
    let answer = (_: [number, unknown]) => {};
    at.server.answers.set(`PUT ${path}`, new Promise((done) => (answer = done)));
    await open();
    await control("Tell me by e-mail").click();
    await text("Saving").waitFor();
    await control("Quiet hours").click();
    await control("Tell me by e-mail").click();
    at.server.answers.delete(`PUT ${path}`);
    answer([200, { ...kept(), email: false }]);
    await text("Saved").waitFor();
    expect(kept()).toMatchObject({ email: true, quiet_hours: { start: "22:00", end: "07:00" } });
    expect(await control("Tell me by e-mail").getAttribute("aria-checked")).toBe("true");
  });

  it("say_that_they_could_not_be_loaded", async () => {
    at.server.answers.set(`GET ${path}`, [500, { title: "x", detail: "The disk is full." }]);
    await at.visit("/reports");
    await menu().click();
    await text("Your choices could not be loaded: The disk is full.").waitFor();
    await accessible();
    at.server.answers.delete(`GET ${path}`);
    await retry().click();
    await control("Quiet hours").waitFor();
  });

  it.each<Look>([
    { width: 320 },
    { theme: "dark", language: "ro" },
    { width: 320, theme: "dark", language: "ro" },
  ])("are_accessible_and_fit (%o)", async (look) => {
    const quiet_hours = { start: "22:00", end: "07:00" };
    at.server.notifications.own = { ...kept(), whatsapp: true, phone: "+40700000000", quiet_hours };
    await open(look);
    await accessible();
    expect(await at.overflow()).toBe(0);
    const panel = at.page.locator(".popover");
    expect(await panel.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  });
});
