// A screen of 320 pixels: everything fits, nothing scrolls sideways.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Agent } from "./support/agent.mjs";
import { closeBrowser, newPage, overflow } from "./support/browser.mjs";
import { ana, startServer } from "./support/server.mjs";
import { visit } from "./support/visitor.mjs";

after(closeBrowser);

const viewport = { width: 320, height: 640 };
const question =
  "Do you repair https://maras-bikes.example/a-very-long-address-without-any-place-to-break-a-line today?";

async function assertFits(page, where) {
  assert.equal(await overflow(page.locator("html")), 0, where);
}

async function assertWidgetFits(visitor, where) {
  assert.equal(await overflow(visitor.dialog), 0, where);
  assert.equal(await overflow(visitor.log), 0, `the log of ${where}`);
  await assertFits(visitor.page, where);
}

test("nothing scrolls sideways on a narrow screen", async (t) => {
  const server = await startServer(t);
  const other = await visit(t, server, { viewport });
  await assertFits(other.page, "the demo page");
  await other.open();
  await assertWidgetFits(other, "the open widget");
  await other.button("Talk to a person").click();
  await other.field("Email").waitFor();
  await assertWidgetFits(other, "the contact form");

  const page = await newPage(t, { viewport });
  await page.goto(server.url);
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  await assertFits(page, "the sign-in page");
  const agent = new Agent(page, server.url);
  await agent.signIn(ana);

  const visitor = await visit(t, server, { viewport });
  await visitor.open();
  await visitor.write(question);
  await visitor.write("I want to talk to a human, please");
  await visitor.isTold("You are next");
  await assertWidgetFits(visitor, "the waiting widget");

  await agent.item("Waiting").waitFor();
  await assertFits(page, "the inbox");
  await agent.open("Waiting");
  await assertFits(page, "the waiting conversation");
  await agent.takeOver();
  await agent.reply(question);
  await visitor.hears("Ana Pop is here");
  await visitor.log.getByText(question).nth(1).waitFor();
  await assertWidgetFits(visitor, "the widget with a person");
  await assertFits(page, "the conversation of the agent");
  await page.getByRole("link", { name: "Back to the inbox" }).click();
  for (const name of ["Callbacks", "Reports", "Settings"]) {
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
    await assertFits(page, `the page ${name}`);
  }
});
