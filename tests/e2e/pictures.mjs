// The pictures of README, taken from the running program: HANDOFF_PICTURES=1 npm run test:e2e
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { signIn } from "./support/agent.mjs";
import { closeBrowser } from "./support/browser.mjs";
import { startServer } from "./support/server.mjs";
import { settings } from "./support/settings.mjs";
import { visit } from "./support/visitor.mjs";

after(closeBrowser);

const wanted = process.env.HANDOFF_PICTURES === "1";
const now = "2026-11-23T10:02:00Z";
const picture = (name) =>
  fileURLToPath(new URL(`../../web/demo/pictures/${name}.png`, import.meta.url));

test("takes the pictures", { skip: !wanted && "only with HANDOFF_PICTURES=1" }, async (t) => {
  const server = await startServer(t, { settings: settings(), clock: now });
  const agent = await signIn(t, server, { now, viewport: { width: 1440, height: 900 } });
  await othersWrite(t, server);
  const visitor = await askAboutABike(t, server);
  await agent.open("Waiting");
  await agent.sees("Could I talk");
  await agent.page.mouse.move(720, 880);
  await agent.page.screenshot({ path: picture("dashboard") });
  await agent.takeOver();
  await agent.reply("Hello, this is Ana. I have your order in front of me.");
  await visitor.sees("I have your order in front of me.");
  await visitor.write("That was quick, thank you!");
  await agent.sees("That was quick");
  await agent.reply("A new belt takes half an hour. Shall I keep today at 16:00 for you?");
  await visitor.sees("today at 16:00");
  await visitor.page.screenshot({ path: picture("widget") });
});

/** Others in the list: one who talks to the AI, one who is promised an answer. */
async function othersWrite(t, server) {
  const reader = await visit(t, server, { now });
  await reader.open();
  await reader.ask("Do you take old bikes in trade?", /./);
  const later = await visit(t, server, { now });
  await later.open();
  await later.write("This is the third time you lost my order, I want to speak to a manager!");
  await later.button("Ask for a callback").click();
  await later.field("Name").fill("Jonas Lindqvist");
  await later.field("Email").fill("jonas@lindqvist.example");
  await later.page.keyboard.press("Enter");
  await later.isTold("jonas@lindqvist.example");
}

async function askAboutABike(t, server) {
  const visitor = await visit(t, server, { now, viewport: { width: 1200, height: 800 } });
  await visitor.page.evaluate(() =>
    globalThis.handoff("setAttributes", { bike: "Rowan, size M", order: "MB-20871" }),
  );
  await visitor.open();
  await visitor.ask("How long does a repair take?", /working days/);
  await visitor.ask("How much does a full service cost?", /280 lei/);
  await visitor.write("The belt of my new Rowan slips. Could I talk to someone in the workshop?");
  await visitor.hears("Waiting for a person");
  return visitor;
}
