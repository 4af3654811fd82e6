// Outside the team's hours: an honest word, a promise in both time zones, and an AI that goes on.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { signIn } from "./support/agent.mjs";
import { closeBrowser } from "./support/browser.mjs";
import { assertWhole } from "./support/log.mjs";
import { startServer } from "./support/server.mjs";
import { settings } from "./support/settings.mjs";
import { visit } from "./support/visitor.mjs";

after(closeBrowser);

const cases = [
  {
    name: "on a Sunday",
    now: "2026-11-22T10:00:00Z",
    settings: settings(),
    back: "Back Monday 07:00 your time",
    yours: "Mon 23 Nov, 11:00",
    ours: "Mon 23 Nov, 13:00",
  },
  {
    // Without an end nobody knows when the team is back: the promise counts clock time.
    name: "while the settings close the team by hand",
    now: "2026-11-25T10:00:00Z",
    settings: settings({ override: "closed" }),
    back: null,
    yours: "Wed 25 Nov, 14:00",
    ours: "Wed 25 Nov, 16:00",
  },
];

for (const expected of cases) {
  test(`a visitor is promised an answer ${expected.name}`, async (t) => {
    const { now } = expected;
    const server = await startServer(t, { settings: expected.settings, clock: now });
    const agent = await signIn(t, server, { now, timezoneId: "Europe/Bucharest" });
    const visitor = await visit(t, server, { now });
    await isToldTheTruth(visitor, expected);
    await isPromisedAnAnswer(visitor, expected);
    await standsInTheCallbacks(agent, expected);
    await keepsTheAi(visitor, agent);
  });
}

async function isToldTheTruth(visitor, { back }) {
  await visitor.open();
  await visitor.coreReady();
  const network = await visitor.holdMessages();
  await visitor.write("I want to talk to a human, please");
  await visitor.isTold("Our team is currently offline.");
  await visitor.hears("Team offline");
  await network.arrived();
  await network.release();
  await visitor.isTold("Our team is currently offline.");
  if (back) await visitor.isTold(back);
  else assert.doesNotMatch(await visitor.dialog.innerText(), /Back .* your time/);
}

async function isPromisedAnAnswer(visitor, { yours, ours }) {
  await visitor.field("Name").fill("Jonas Lindqvist");
  await visitor.field("Email").fill("jonas@lindqvist.example");
  await visitor.page.keyboard.press("Enter");
  const promise = visitor.dialog.getByRole("region", { name: "Callback promised" });
  await promise.getByText("Your time, London").waitFor();
  const words = await promise.innerText();
  assert.match(words, new RegExp(`Your time, London\\s+${yours}`));
  assert.match(words, new RegExp(`Our time, Bucharest\\s+${ours}`));
  assert.match(words, /jonas@lindqvist\.example/);
}

async function standsInTheCallbacks(agent, { yours, ours }) {
  await agent.page.getByRole("link", { name: "Callbacks", exact: true }).click();
  const promise = agent.page.getByRole("listitem").filter({ hasText: "Jonas Lindqvist" });
  await promise.getByRole("link", { name: "jonas@lindqvist.example" }).waitFor();
  const words = await promise.innerText();
  assert.match(words, new RegExp(`Their time, London\\s+${yours}`));
  assert.match(words, new RegExp(`Shop time, Bucharest\\s+${ours}`));
  await promise.getByRole("link", { name: "Open conversation" }).click();
  await agent.isTold("Asked for a person");
  await agent.sees("I want to talk to a human, please");
}

async function keepsTheAi(visitor, agent) {
  await visitor.ask("How long does delivery take?", /1 to 2 working days/);
  await agent.sees(/1 to 2 working days/);
  const stored = await agent.stored();
  assertWhole(stored);
  assert.equal(stored.conversation.state, "callback");
  assert.equal(stored.conversation.callback.state, "open");
}
