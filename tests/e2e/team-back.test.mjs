// Nobody is there, a callback is promised; then somebody comes, and the page is still open.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { signIn } from "./support/agent.mjs";
import { closeBrowser } from "./support/browser.mjs";
import { startServer } from "./support/server.mjs";
import { visit } from "./support/visitor.mjs";

after(closeBrowser);

test("a visitor with the page open is offered a person as soon as somebody is there", async (t) => {
  const server = await startServer(t);
  const visitor = await visit(t, server);
  await visitor.open();
  await visitor.write("I want to talk to a human, please");
  await visitor.isTold("Our team is currently offline.");
  await visitor.hears("Team offline");

  const agent = await signIn(t, server);
  await visitor.isTold("We are back. Would you like to talk to a person now?");
  await visitor.button("Talk to a person").click();
  await visitor.hears("waiting");

  await agent.open("waiting");
  await agent.takeOver();
  await visitor.hears("Ana Pop");
  const { events } = await agent.stored();
  const types = events.map(({ type }) => type).filter((type) => type !== "message");
  assert.deepEqual(types.slice(0, 4), [
    "handoff.requested",
    "callback.promised",
    "handoff.offered",
    "handoff.requested",
  ]);
});
