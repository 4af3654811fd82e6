// The ladder, step by step, through all four channels, to somebody who takes over.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { signIn } from "./support/agent.mjs";
import { closeBrowser } from "./support/browser.mjs";
import { eventually } from "./support/eventually.mjs";
import { startServer } from "./support/server.mjs";
import { settings } from "./support/settings.mjs";
import { mailSink, pushSink, webhookSink, whatsappSink } from "./support/sinks.mjs";
import { visit } from "./support/visitor.mjs";

after(closeBrowser);

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const anHour = 3600;

function ladder({ mail, webhook, whatsapp }) {
  return {
    push: { subject: "mailto:ops@maras.example", hosts: ["127.0.0.1"] },
    email: {
      smtp_url: mail.url,
      from: "Mara's Bikes <desk@maras.example>",
      to: ["team@maras.example"],
    },
    whatsapp: {
      phone_number_id: "1234567890",
      access_token: "token",
      template: "handoff_alert",
      language: "en",
      to: ["+40700000000"],
      graph_url: `${whatsapp.url}/v25.0`,
      app_secret: "app secret",
      verify_token: "verify token",
    },
    webhooks: [{ url: `${webhook.url}/hook`, secret, events: ["taken_over"] }],
    ladder: [
      { after_seconds: 0, channels: ["push", "webhook"] },
      { after_seconds: 1, channels: ["email"] },
      { after_seconds: 2, channels: ["whatsapp"] },
      { after_seconds: anHour, channels: ["push", "webhook", "email", "whatsapp"] },
    ],
  };
}

/** The browser's maker has no push service in a test: ours stands in for it. */
async function asksForNotifications(agent, subscription) {
  const { page } = agent;
  await page.context().grantPermissions(["notifications"], { origin: agent.base });
  await page.evaluate((given) => {
    PushManager.prototype.subscribe = async () => ({ ...given, toJSON: () => given });
  }, subscription);
  await page.getByRole("button", { name: "You and this device" }).click();
  await page.getByRole("switch", { name: "Notify me on this computer" }).click();
  await page.getByText("You are told when somebody waits").waitFor();
}

function deliveries(agent) {
  return agent.page
    .context()
    .request.get(`${agent.base}/v1/deliveries`)
    .then((answer) => answer.json())
    .then(({ items }) => items);
}

test("a handoff climbs the ladder through four channels until somebody takes over", async (t) => {
  const mail = await mailSink(t);
  const webhook = await webhookSink(t, secret);
  const whatsapp = await whatsappSink(t);
  const push = await pushSink(t);
  const server = await startServer(t, {
    settings: settings({
      override: "open",
      outbound: { allow_private_cidrs: ["127.0.0.0/8"] },
      notifications: ladder({ mail, webhook, whatsapp }),
    }),
  });
  const agent = await signIn(t, server);
  await asksForNotifications(agent, push.subscription);

  const visitor = await visit(t, server);
  await visitor.open();
  await visitor.write("I want to talk to a human about my order, john@example.com");
  await visitor.hears("waiting");

  // At once: the browser and the webhook.
  const shown = await push.arrived.next("the push message");
  assert.equal(shown.notification.title, "🙋 Human Handoff Requested");
  assert.equal(shown.urgency, "high");
  assert.match(shown.notification.body, /I want to talk to a human about my order/);
  const alert = await webhook.arrived.next("the webhook's call");
  assert.equal(alert.type, "handoff.alert");
  const { id } = alert.conversation;

  // Then the mail, then WhatsApp; what the visitor said of themselves is covered.
  const letter = await mail.arrived.next("the mail");
  assert.equal(letter.subject, "🙋 Human Handoff Requested");
  assert.deepEqual(
    letter.envelope.rcptTo.map(({ address }) => address),
    ["team@maras.example"],
  );
  assert.match(letter.text, /Reason: "I want to talk to a human about my order, j•+@example\.com"/);
  const message = await whatsapp.arrived.next("the WhatsApp message");
  assert.equal(message.path, "/v25.0/1234567890/messages");
  assert.equal(message.authorization, "Bearer token");
  assert.equal(message.template.name, "handoff_alert");
  assert.equal(JSON.stringify(message).includes("john@example.com"), false);

  // The link of the mail leads to the conversation, which says why; then somebody is there.
  const [link] = /http:\/\/\S+\/c\/\S+/.exec(letter.text);
  assert.equal(link, `${server.url}/c/${id}`);
  await agent.page.goto(link);
  await agent.sees("I want to talk to a human about my order");
  await agent.takeOver();
  await visitor.hears("Ana Pop");

  // What was left of the ladder is taken back; subscriptions are told once.
  const taken = await webhook.arrived.next("the subscription");
  assert.equal(taken.type, "taken_over");
  const all = await eventually(
    "the end of the ladder",
    () => deliveries(agent),
    (items) => items.every(({ state }) => state === "done"),
  );
  const told = all.map(({ channel, type }) => `${channel} ${type}`).sort();
  assert.deepEqual(told, [
    "email handoff.alert",
    "push handoff.alert",
    "webhook handoff.alert",
    "webhook taken_over",
    "whatsapp handoff.alert",
  ]);
  for (const { arrived } of [mail, webhook, whatsapp, push]) assert.equal(arrived.count, 0);
});
