// A network that goes away, a server that restarts: nothing is lost, nothing is doubled, nobody reloads.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { signIn } from "./support/agent.mjs";
import { closeBrowser } from "./support/browser.mjs";
import { eventually } from "./support/eventually.mjs";
import { assertWhole, messages } from "./support/log.mjs";
import { startServer } from "./support/server.mjs";
import { visit } from "./support/visitor.mjs";

after(closeBrowser);

/** A visitor and an agent who talk to each other. */
async function talk(t) {
  const server = await startServer(t);
  const agent = await signIn(t, server);
  const visitor = await visit(t, server);
  await visitor.open();
  await visitor.write("I want to talk to a human, please");
  await agent.open("Asked for a person");
  await agent.takeOver();
  await agent.reply("Hello, this is Ana.");
  await visitor.sees("Hello, this is Ana.");
  for (const { page } of [visitor, agent])
    await page.evaluate(() => {
      globalThis.sameDocument = true;
    });
  return { server, agent, visitor };
}

/** Everybody sees these messages once and in this order, and so does the server. */
async function assertSame({ agent, visitor }, texts) {
  for (const text of texts) await Promise.all([visitor.sees(text), agent.sees(text)]);
  await visitor.page.getByText("Waiting to send").waitFor({ state: "detached" });
  assert.deepEqual(await visitor.order(texts), texts, "what the visitor sees");
  const shown = (await agent.transcript.innerText()).split("\n").map((line) => line.trim());
  assert.deepEqual(
    shown.filter((line) => texts.includes(line)),
    texts,
    "what the agent sees",
  );
  const stored = await agent.stored();
  assertWhole(stored);
  assert.deepEqual(
    messages(stored.events)
      .map((line) => line.replace(/^\w+: /, ""))
      .filter((text) => texts.includes(text)),
    texts,
  );
  for (const { page } of [visitor, agent])
    assert.equal(await page.evaluate(() => globalThis.sameDocument), true, "no page was reloaded");
}

test("messages written without a network arrive once and in order", async (t) => {
  const { agent, visitor } = await talk(t);
  const network = visitor.page.context();
  await network.setOffline(true);
  await visitor.isTold("You are offline.");
  await visitor.write("It is about order 1042");
  await visitor.write("The pump is missing");
  await visitor.sees("Waiting to send");
  await agent.reply("Are you still there?");
  await eventually(
    "the agent's message",
    () => agent.stored(),
    ({ events }) => events.at(-1).text === "Are you still there?",
  );
  await network.setOffline(false);
  await assertSame({ agent, visitor }, [
    "Hello, this is Ana.",
    "Are you still there?",
    "It is about order 1042",
    "The pump is missing",
  ]);
});

test("both sides go on after a restart of the server", async (t) => {
  const { server, agent, visitor } = await talk(t);
  assert.equal(await server.stop(), 0);
  await visitor.write("It is about order 1042");
  await visitor.sees("Waiting to send");
  await visitor.isTold("The server cannot be reached.");
  await server.start();
  await agent.sees("It is about order 1042");
  await agent.reply("The pump follows tomorrow.");
  await visitor.sees("The pump follows tomorrow.");
  await visitor.write("Thank you, Ana");
  await assertSame({ agent, visitor }, [
    "Hello, this is Ana.",
    "It is about order 1042",
    "The pump follows tomorrow.",
    "Thank you, Ana",
  ]);
});
