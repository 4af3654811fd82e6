// axe finds nothing in any state of the widget and of the dashboard, light and dark.
import { after, test } from "node:test";
import { assertAccessible } from "./support/accessibility.mjs";
import { Agent } from "./support/agent.mjs";
import { closeBrowser, newPage } from "./support/browser.mjs";
import { ana, startServer } from "./support/server.mjs";
import { visit } from "./support/visitor.mjs";

after(closeBrowser);

for (const theme of ["light", "dark"]) {
  test(`widget and dashboard are accessible (${theme})`, async (t) => {
    const server = await startServer(t);
    await leavesContact(t, server, theme);
    const page = await newPage(t, { colorScheme: theme });
    const agent = await signsIn(page, server, theme);
    const visitor = await waits(t, server, theme);
    await answers(agent, visitor, theme);
  });
}

/** Nobody of the team is signed in yet. */
async function leavesContact(t, server, theme) {
  const visitor = await visit(t, server, { query: { theme } });
  await assertAccessible(visitor.page, `the closed widget (${theme})`);
  await visitor.open();
  await visitor.ask("How long does delivery take?", /1 to 2 working days/);
  await assertAccessible(visitor.page, `the open widget (${theme})`);
  await visitor.button("Talk to a person").click();
  await visitor.field("Email").waitFor();
  await visitor.isTold("Our team is currently offline.");
  await assertAccessible(visitor.page, `the contact form (${theme})`);
  await visitor.field("Name").fill("Jonas Lindqvist");
  await visitor.field("Email").fill("jonas@lindqvist.example");
  await visitor.page.keyboard.press("Enter");
  await visitor.isTold("jonas@lindqvist.example");
  await assertAccessible(visitor.page, `the promise (${theme})`);
}

async function signsIn(page, server, theme) {
  await page.goto(server.url);
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  await assertAccessible(page, `the sign-in page (${theme})`);
  const agent = new Agent(page, server.url);
  await agent.signIn(ana);
  return agent;
}

async function waits(t, server, theme) {
  const visitor = await visit(t, server, { query: { theme } });
  await visitor.open();
  await visitor.write("I want to talk to a human, please");
  await visitor.isTold("You are next");
  await assertAccessible(visitor.page, `the waiting widget (${theme})`);
  return visitor;
}

async function answers(agent, visitor, theme) {
  await agent.item("Jonas Lindqvist").waitFor();
  await agent.item("Waiting").waitFor();
  await assertAccessible(agent.page, `the inbox (${theme})`);
  await agent.open("Waiting");
  await assertAccessible(agent.page, `the waiting conversation (${theme})`);
  await agent.takeOver();
  await agent.reply("Hello, this is Ana.");
  await agent.sees("Hello, this is Ana.");
  await assertAccessible(agent.page, `the conversation of the agent (${theme})`);
  await visitor.sees("Hello, this is Ana.");
  await assertAccessible(visitor.page, `the widget with a person (${theme})`);
  for (const name of ["Callbacks", "Reports", "Settings"]) {
    await agent.page.getByRole("link", { name, exact: true }).click();
    await agent.page.getByRole("heading", { level: 1, name }).waitFor();
    await agent.page.locator("[aria-busy=true]").waitFor({ state: "detached" });
    await assertAccessible(agent.page, `the page ${name} (${theme})`);
  }
}
