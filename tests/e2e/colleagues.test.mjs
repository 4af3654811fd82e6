// Two people of the team and one visitor: one winner, closing, and coming back.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { signIn } from "./support/agent.mjs";
import { closeBrowser } from "./support/browser.mjs";
import { eventually } from "./support/eventually.mjs";
import { assertWhole } from "./support/log.mjs";
import { ana, mihai, startServer } from "./support/server.mjs";
import { visit } from "./support/visitor.mjs";

after(closeBrowser);

test("who takes over second is told who was first, and a closed conversation can be reopened", async (t) => {
  const server = await startServer(t, { agents: [ana, mihai] });
  const first = await signIn(t, server, { who: ana });
  const second = await signIn(t, server, { who: mihai });
  const visitor = await visit(t, server);
  await visitor.open();
  await visitor.write("I want to talk to a human, please");
  await visitor.hears("Waiting for a person");
  for (const agent of [first, second]) await agent.open("Asked for a person");

  await losesTheRace(second, first);
  await visitor.sees("Ana Pop joined");
  assert.equal(await visitor.count("Mihai Ionescu joined"), 0);

  await first.button("Close conversation").click();
  await visitor.sees("The conversation was closed");
  await visitor.hears("Conversation closed");
  await second.sees("Closed");

  await visitor.ask("How long does delivery take?", /1 to 2 working days/);
  await visitor.sees("The conversation goes on");
  await second.sees("Opened again by the visitor");
  const stored = await eventually(
    "the answer in the log",
    () => second.stored(),
    ({ events }) => events.at(-1).author === "ai",
  );
  assertWhole(stored);
  assert.equal(stored.conversation.state, "ai");
});

/** The loser presses first, but the request arrives after the winner's. */
async function losesTheRace(loser, winner) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await loser.page.route("**/takeover", async (route) => {
    await released;
    await route.continue();
  });
  await loser.button("Take Over").click();
  await winner.takeOver();
  release();
  const alert = loser.page.getByRole("alert").filter({ hasText: "Taken by Ana Pop" });
  await alert.waitFor();
  await loser.conversation.getByRole("status").filter({ hasText: "With Ana Pop" }).waitFor();
  assert.equal(await loser.button("Return to AI").count(), 0);
}
