// A chat model in front of a visitor: the answer grows, a person cuts it short, and the team sees how the AI fares.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { signIn } from "./support/agent.mjs";
import { closeBrowser, overflow } from "./support/browser.mjs";
import { startServer } from "./support/server.mjs";
import { settings } from "./support/settings.mjs";
import { visit } from "./support/visitor.mjs";

after(closeBrowser);

const stub = fileURLToPath(new URL("../support/chat-stub.mjs", import.meta.url));
const knowledge = fileURLToPath(new URL("../../web/demo/knowledge", import.meta.url));
const endless = "Delivery takes three days. ".repeat(200);

async function startModel(t) {
  const child = spawn("node", [stub], { stdio: ["pipe", "pipe", "inherit"] });
  t.after(() => child.kill());
  for await (const line of createInterface({ input: child.stdout })) {
    const said = /^listening on (http:\S+)$/.exec(line);
    if (said) {
      const behave = (...behaviours) =>
        fetch(`${said[1]}/control`, { method: "POST", body: JSON.stringify(behaviours) });
      return { url: said[1], behave };
    }
  }
  throw new Error("the model ended before it listened");
}

async function startSite(t) {
  const model = await startModel(t);
  const server = await startServer(t, {
    settings: settings({
      override: "open",
      outbound: { allow_private_cidrs: ["127.0.0.0/8"] },
      ai: { provider: "openai", base_url: `${model.url}/v1`, model: "small-1", knowledge },
    }),
  });
  return { model, server };
}

test("an answer grows in the widget until a person takes over, who then has it as a draft", async (t) => {
  const { model, server } = await startSite(t);
  await model.behave({ text: endless, pause: 20 });
  const agent = await signIn(t, server);
  const visitor = await visit(t, server);
  await visitor.open();
  await visitor.write("How long does delivery take?");
  await visitor.sees("Delivery takes three days.");
  const { items } = await agent.inbox();
  await agent.page.goto(`${server.url}/c/${items[0].id}`);
  await agent.transcript.waitFor();
  await agent.takeOver();
  await visitor.isTold("The assistant stopped: a person is answering now.");
  await visitor.hears("Ana Pop is here");
  const draft = agent.conversation.getByRole("region", { name: "The AI’s draft, not sent" });
  await draft.getByText("Delivery takes three days.").first().waitFor();
  const { events } = await agent.stored();
  assert.deepEqual(
    events.filter((event) => event.author === "ai"),
    [],
  );
});

test("a model that asks for a person gives the agent its summary", async (t) => {
  const { model, server } = await startSite(t);
  const call = { reason: "account_action", summary: "Wants another address", urgency: "high" };
  await model.behave({
    text: "",
    tool: { name: "handoff_to_human", arguments: JSON.stringify(call) },
  });
  const agent = await signIn(t, server);
  const visitor = await visit(t, server);
  await visitor.open();
  await visitor.write("Please change the address of my order");
  await visitor.isTold("You are next");
  await agent.open("Waiting");
  await agent.isTold("Wants another address");
  await agent.isTold("Urgent");
});

for (const [where, viewport] of [
  ["a wide screen", { width: 1280, height: 800 }],
  ["320 pixels", { width: 320, height: 640 }],
]) {
  test(`the AI's page says what went wrong and takes a test question on ${where}`, async (t) => {
    const { model, server } = await startSite(t);
    await model.behave({ failure: "401" });
    const { page } = await signIn(t, server, { path: "/settings/ai", viewport });
    await page.getByRole("textbox", { name: "Question" }).fill("Can you sing?");
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    await page.getByText("No answer after").waitFor();
    await page.getByText("Failing").first().waitFor({ timeout: 30_000 });
    await model.behave({ text: "A complete bike takes 3 to 5 working days." });
    await page.getByRole("textbox", { name: "Question" }).fill("How long does delivery take?");
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    await page.getByText("A complete bike takes 3 to 5 working days.").first().waitFor();
    assert.equal(await overflow(page.locator("html")), 0);
    if (process.env.HANDOFF_PICTURES)
      await page.screenshot({ path: `/tmp/ai-page-${viewport.width}.png`, fullPage: true });
  });
}
