// Pages that forbid things: no WebAssembly, and another site with a strict content security policy.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { signIn } from "./support/agent.mjs";
import { closeBrowser, newPage } from "./support/browser.mjs";
import { startEmbeddingSite } from "./support/embedding-site.mjs";
import { assertWhole } from "./support/log.mjs";
import { startServer } from "./support/server.mjs";
import { settings } from "./support/settings.mjs";
import { Visitor, visit } from "./support/visitor.mjs";

after(closeBrowser);

/** The demo's settings for a page of another origin. */
function openTo(origin) {
  const open = settings({ override: "open" });
  return { ...open, site: { ...open.site, origins: [origin] } };
}

/** From the AI to a person and back. */
async function doTheMainJob(visitor, agent) {
  await visitor.open();
  await visitor.ask("How long does delivery take?", /1 to 2 working days/);
  await visitor.write("I want to talk to a human, please");
  await visitor.hears("Waiting for a person");
  await visitor.isTold("You are next");
  await agent.open("Asked for a person");
  await agent.takeOver();
  await visitor.hears("Ana Pop is here");
  await agent.reply("Hello, this is Ana.");
  await visitor.sees("Hello, this is Ana.");
  await visitor.write("Is the workshop open today?");
  await agent.sees("Is the workshop open today?");
  await agent.returnToAi("Answered");
  await visitor.sees("Ana Pop has left.");
  await visitor.ask("How much does a full service cost?", /280 lei/);
  assertWhole(await agent.stored());
}

test("the widget does the main job without WebAssembly", async (t) => {
  const server = await startServer(t);
  const agent = await signIn(t, server);
  const refused = [];
  const visitor = await visit(t, server, {
    before: (page) =>
      page.route("**/*.wasm", (route) => {
        refused.push(route.request().url());
        return route.abort();
      }),
  });
  await doTheMainJob(visitor, agent);
  assert.ok(refused.length > 0, "the widget asked for its WebAssembly and did not get it");
});

test("the widget does the main job on another site with a strict policy", async (t) => {
  const site = await startEmbeddingSite(t);
  const server = await startServer(t, { settings: openTo(site.origin) });
  site.embed(server.url);
  const agent = await signIn(t, server);
  // The policy refuses WebAssembly, which the widget finds out by trying.
  const page = await newPage(t, { allowed: /WebAssembly|wasm/ });
  await page.goto(site.origin);
  await doTheMainJob(new Visitor(page), agent);
});
