// The main job: from the AI to a person and back, in both languages.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { signIn } from "./support/agent.mjs";
import { closeBrowser } from "./support/browser.mjs";
import { eventually } from "./support/eventually.mjs";
import { assertAiSilent, assertWhole } from "./support/log.mjs";
import { startServer } from "./support/server.mjs";
import { visit } from "./support/visitor.mjs";

after(closeBrowser);

const stories = [
  {
    locale: "en",
    question: "How long does delivery take?",
    answer: /1 to 2 working days/,
    request: "I want to talk to a human, please",
    evidence: "talk to a human",
    waiting: "Waiting for a person",
    next: "You are next",
    joined: "Ana Pop joined",
    isHere: "Ana Pop is here",
    hello: "Hello, this is Ana. What can I do for you?",
    thanks: "Can you deliver to Sibiu on Friday?",
    left: "Ana Pop has left. The AI assistant answers again.",
    ai: "AI assistant",
    humanPartOver: "Ana Pop has left; the AI assistant answers again.",
    later: "How much does a full service cost?",
    laterAnswer: /280 lei/,
  },
  {
    locale: "ro",
    question: "Cât durează livrarea?",
    answer: /1-2 zile lucrătoare/,
    request: "vreau să vorbesc cu un om, vă rog",
    evidence: "să vorbesc cu un om",
    waiting: "Așteptați un coleg",
    next: "Urmați dumneavoastră",
    joined: "Ana Pop a intrat în conversație",
    isHere: "Ana Pop este aici",
    hello: "Bună ziua, sunt Ana. Cu ce vă pot ajuta?",
    thanks: "Puteți livra vineri la Sibiu?",
    left: "Ana Pop a ieșit. Răspunde din nou asistentul AI.",
    ai: "Asistent AI",
    humanPartOver: "Ana Pop a ieșit din conversație; vă răspunde din nou asistentul AI.",
    later: "Cât costă o revizie completă?",
    laterAnswer: /280/,
  },
];

for (const story of stories) {
  test(`a visitor reaches a person and comes back to the AI (${story.locale})`, async (t) => {
    const server = await startServer(t);
    const agent = await signIn(t, server);
    const visitor = await visit(t, server, { query: { locale: story.locale } });
    await asksTheAi(visitor, story);
    await agent.item("With AI").waitFor();
    await asksForAPerson(visitor, agent, story);
    await readsTheCase(agent, story);
    await talkBothWays(visitor, agent, story);
    await goesBackToTheAi(visitor, agent, story);
  });
}

test("the AI answers one question after the other", async (t) => {
  const server = await startServer(t);
  const visitor = await visit(t, server);
  await visitor.open();
  await visitor.ask("How long does a repair take?", /a full service takes 4/);
  await visitor.ask("How much does a full service cost?", /280 lei/);
  await visitor.ask("Do you deliver abroad?", /Bulgaria/);
});

async function asksTheAi(visitor, story) {
  await visitor.open();
  await visitor.coreReady();
  await visitor.ask(story.question, story.answer);
}

/** The widget shows the wait while its message is still held; then the server tells the place in the line. */
async function asksForAPerson(visitor, agent, story) {
  const network = await visitor.holdMessages();
  await visitor.write(story.request);
  await visitor.hears(story.waiting);
  await network.arrived();
  const { items } = await agent.inbox();
  assert.deepEqual(
    items.map(({ state }) => state),
    ["ai"],
    "the server knows nothing of the request yet",
  );
  await network.release();
  await visitor.isTold(story.next);
  await visitor.hears(story.waiting);
}

/** The conversation arrives in the open inbox, and shows why. */
async function readsTheCase(agent, story) {
  await agent.item(/Visitor \w+/, "Waiting", "Asked for a person").waitFor();
  await agent.titleSays(/^\(1\) Inbox/);
  await agent.open("Asked for a person");
  await agent.isTold("Asks to talk to a person");
  await agent.sees("Handoff requested: asked for a person");
  assert.deepEqual(await agent.evidence.allInnerTexts(), [story.evidence]);
  const summary = agent.conversation.getByRole("region", { name: "Summary" });
  await summary.getByText("AI tried").waitFor();
  await summary.getByText(story.question).first().waitFor();
  for (const words of [story.question, story.answer, story.request]) await agent.sees(words);
}

async function talkBothWays(visitor, agent, story) {
  await agent.takeOver();
  await visitor.sees(story.joined);
  await visitor.hears(story.isHere);
  await agent.titleSays(/^Inbox/);
  await agent.reply(story.hello);
  await visitor.sees(story.hello);
  await visitor.write(story.thanks);
  await agent.sees(story.thanks);
  // A question the AI could answer: it must not.
  await visitor.write(story.question);
  await agent.reply("Friday is fine.");
  await visitor.sees("Friday is fine.");
  assertAiSilent((await agent.stored()).events);
}

async function goesBackToTheAi(visitor, agent, story) {
  await agent.note("Checked the courier, secret-4711");
  await agent.returnToAi("Delivery on Friday agreed, secret-4712");
  await visitor.sees(story.left);
  await visitor.hears(story.ai);
  await visitor.ask(story.later, story.laterAnswer);
  await visitor.sees(story.humanPartOver);
  const stored = await eventually(
    "the AI's answer",
    () => agent.stored(),
    ({ events }) => events.at(-1).author === "ai",
  );
  assertWhole(stored);
  assertAiSilent(stored.events);
  assert.equal(stored.conversation.state, "ai");
  assert.equal(stored.events.at(-1).epoch, stored.conversation.epoch);
  assert.doesNotMatch(await visitor.page.content(), /secret/);
  assert.doesNotMatch(await visitor.dialog.innerText(), /secret/);
  await agent.sees(/secret-4712/);
}
