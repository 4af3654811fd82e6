// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Contact } from "../../web/shared/types";
import { hasBrowser } from "./support/browser";
import { useWidget } from "./support/widget";

describe.skipIf(!hasBrowser)(
  "contact details and consent in the widget",
  { timeout: 60_000 },
  () => {
    const at = useWidget();
    const field = (name: string) => at.page.getByLabel(name, { exact: true });
    const fields = () => at.page.locator("form .label").allTextContents();
    const text = (words: string) => at.page.getByText(words, { exact: true });

    /** A conversation in which this is known, and a wish to be called back. */
    async function askedForCallback(known: Contact | null): Promise<void> {
      const { callback } = at.server.config;
      if (callback) callback.ask = ["name", "email", "phone"];
      await at.visit();
      await at.open();
      await at.say("Hello");
      if (known) at.server.push({ type: "contact.given", contact: known }, { contact: known });
      if (known) await text("Your contact details are with us.").waitFor();
      await at.button("Talk to a person").click();
      await at.button("Ask for a callback").click();
    }

    it("asks only for what is missing", async () => {
      await askedForCallback({ name: "Jonas", email: "jonas@lindqvist.example" });
      await field("Phone").waitFor();
      expect(await fields()).toEqual(["Phone"]);
      await at.expectAccessible();
      await field("Phone").fill("+44 20 7946 0000");
      await at.button("Promise me an answer").click();
      await at.page.getByRole("region", { name: "Callback promised" }).waitFor();
      expect(at.server.requests.find(({ method }) => method === "PUT")?.body).toEqual({
        phone: "+44 20 7946 0000",
      });
      expect(at.server.conversation?.contact).toMatchObject({ name: "Jonas" });
    });

    it("asks for nothing when all is known, and for all when it is to be changed", async () => {
      const known = { name: "Jonas", email: "jonas@lindqvist.example", phone: "+442079460000" };
      await askedForCallback(known);
      await at.button("Change details").click();
      expect(await fields()).toEqual(["Name", "Email", "Phone"]);
      expect(await field("Email").inputValue()).toBe("jonas@lindqvist.example");
    });

    it("goes on asking how to reach those whose name alone is known", async () => {
      await askedForCallback({ name: "Jonas" });
      await field("Email").waitFor();
      await at.button("Not now").click();
      await at.button("Leave my contact details").click();
      await field("Email").waitFor();
    });

    it("takes an error away as soon as it is put right", async () => {
      await askedForCallback(null);
      await field("Name").fill("Jonas");
      await field("Email").fill("jonas@");
      await at.button("Promise me an answer").click();
      await at.page.getByText("This address looks cut off.").waitFor();
      await text("Please write your phone number.").waitFor();
      expect(await field("Email").evaluate((box) => box.matches(":focus"))).toBe(true);
      await field("Email").fill("jonas@lindqvist.example");
      await at.page.getByText("This address looks cut off.").waitFor({ state: "detached" });
      await text("Please write your phone number.").waitFor();
      await at.expectAccessible();
    });

    it("says it below the field when the server does not take an address", async () => {
      const errors = [{ path: "email", message: "is not an address" }];
      await askedForCallback({ name: "Jonas", phone: "+442079460000" });
      await field("Email").fill("jonas@lindqvist.example");
      await at.page.route("**/contact", (route) =>
        route.fulfill({ status: 400, json: { title: "Invalid", status: 400, errors } }),
      );
      await at.button("Promise me an answer").click();
      await at.page.getByText("This address looks cut off.").waitFor();
      expect(await field("Email").inputValue()).toBe("jonas@lindqvist.example");
      expect(await at.page.getByText("Not saved.").count()).toBe(0);
    });

    it("asks for consent once in a browser", async () => {
      at.server.config.consent = "required";
      await at.visit();
      await at.button("Open chat").click();
      await at.button("I agree").waitFor();
      expect(await at.message.count()).toBe(0);
      await at.expectAccessible();
      await at.button("I agree").click();
      await at.message.waitFor();
      expect(await at.message.evaluate((box) => box.matches(":focus"))).toBe(true);
      await at.page.reload();
      await at.open();
      expect(await at.button("I agree").count()).toBe(0);
      await at.say("Hello");
    });

    it("asks no second time when a new conversation begins", async () => {
      at.server.config.consent = "required";
      await at.visit();
      await at.button("Open chat").click();
      await at.button("I agree").click();
      await at.say("Hello");
      await at.page.evaluate("localStorage.removeItem('handoff:default')");
      await at.page.reload();
      await at.open();
      expect(await at.button("I agree").count()).toBe(0);
    });

    it("shows the notice until the visitor has written once", async () => {
      at.server.config.consent = "notice";
      const notice = "We keep this conversation to be able to answer you.";
      await at.visit();
      await at.open();
      await text(notice).waitFor();
      await at.page.reload();
      await at.open();
      await text(notice).waitFor();
      await at.say("Hello");
      await at.page.evaluate("localStorage.removeItem('handoff:default')");
      await at.page.reload();
      await at.open();
      expect(await text(notice).count()).toBe(0);
    });
  },
);
