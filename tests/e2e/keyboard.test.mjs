// The main job without a mouse, on both sides.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Agent } from "./support/agent.mjs";
import { closeBrowser, newPage } from "./support/browser.mjs";
import { press, reach, type } from "./support/keyboard.mjs";
import { ana, password, startServer } from "./support/server.mjs";
import { visit } from "./support/visitor.mjs";

after(closeBrowser);

test("visitor and agent do the whole job with the keyboard", async (t) => {
  const server = await startServer(t);
  const agent = await signsIn(t, server);
  const visitor = await asksForAPerson(t, server);
  await takesOver(agent);
  await visitor.sees("Hello, this is Ana.");
  await type(visitor.message, "Is my bike ready?");
  await visitor.page.keyboard.press("Enter");
  await agent.sees("Is my bike ready?");
  await givesBack(agent);
  await visitor.sees("Ana Pop has left.");
  await closesTheChat(visitor);
});

async function signsIn(t, server) {
  const page = await newPage(t);
  await page.goto(server.url);
  const field = (name) => page.getByRole("textbox", { name, exact: true });
  await type(field("Email"), ana.email);
  await type(field("Password"), password);
  await page.keyboard.press("Enter");
  await page.getByText("Live", { exact: true }).waitFor();
  return new Agent(page, server.url);
}

/** By the button that asks for a person, after the AI has answered. */
async function asksForAPerson(t, server) {
  const visitor = await visit(t, server);
  await press(visitor.launcher);
  await type(visitor.message, "How long does delivery take?");
  await visitor.page.keyboard.press("Enter");
  await visitor.sees(/1 to 2 working days/);
  await press(visitor.button("Talk to a person"), "Shift+Tab");
  await visitor.hears("Waiting for a person");
  return visitor;
}

/** The cursor stands in the reply from the moment the conversation is taken. */
async function takesOver(agent) {
  await press(agent.item("Asked for a person").getByRole("link"));
  await press(agent.button("Take Over"));
  const reply = agent.conversation.getByRole("textbox", { name: "Reply", exact: true });
  await type(reply, "Hello, this is Ana.");
  await agent.page.keyboard.press("Enter");
}

/** The note has the focus; Tab and Enter give the conversation back. */
async function givesBack(agent) {
  await press(agent.button("Return to AI"), "Shift+Tab");
  const note = agent.conversation.getByLabel("What should the AI know?");
  await type(note, "The bike is ready on Friday");
  await press(agent.button("Return to AI"));
  await agent.button("Take Over").waitFor();
}

async function closesTheChat(visitor) {
  await reach(visitor.message);
  await visitor.page.keyboard.press("Escape");
  await visitor.dialog.waitFor({ state: "hidden" });
  assert.ok(
    await visitor.launcher.evaluate((button) => button.matches(":focus")),
    "the focus goes back to the launcher",
  );
}
