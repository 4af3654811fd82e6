import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { eventually } from "./support/eventually.mjs";
import { startServer } from "./support/server.mjs";
import { settings } from "./support/settings.mjs";

const bot = fileURLToPath(new URL("../../web/demo/bot/bot.mjs", import.meta.url));
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const port = 20000 + (process.pid % 20000);

/** The example of the README, as its reader starts it. */
async function startBot(t, environment) {
  const child = spawn("node", [bot], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.after(() => child.kill());
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("listening on")) return;
  }
}

async function call(url, path, body, token) {
  const reply = await fetch(url + path, {
    method: body ? "POST" : "GET",
    headers: {
      "Content-Type": "application/json",
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: body && JSON.stringify(body),
  });
  return reply.json();
}

async function startVisit(url) {
  const started = await call(url, "/v1/sites/default/conversations", {});
  const path = `/v1/conversations/${started.conversation.id}`;
  return {
    write: (text) =>
      call(url, `${path}/messages`, { client_id: text, text }, started.visitor_token),
    read: () => call(url, path, null, started.visitor_token),
  };
}

test("the example bot is told of each message, answers, and asks for a person", async (t) => {
  const server = await startServer(t, {
    scopes: ["bot"],
    settings: settings({
      override: "open",
      outbound: { allow_private_cidrs: ["127.0.0.0/8"] },
      ai: {
        provider: "external",
        webhook: { url: `http://127.0.0.1:${port}/handoff`, secret },
      },
    }),
  });
  await startBot(t, {
    HANDOFF_URL: server.url,
    HANDOFF_TOKEN: server.tokens.bot,
    BOT_SECRET: secret,
    PORT: String(port),
  });

  const visit = await startVisit(server.url);
  await visit.write("do you ship to Norway?");
  const answered = await eventually("the answer", visit.read, ({ events }) => events.length === 2);
  assert.equal(answered.events[1].author, "ai");
  assert.equal(answered.events[1].text, "You wrote: “do you ship to Norway?”");

  await visit.write("I would like my money back for it");
  await eventually("the handoff", visit.read, ({ conversation }) => conversation.handoff !== null);
});

test("the example bot does nothing for somebody who cannot sign", async (t) => {
  await startBot(t, {
    HANDOFF_URL: "http://127.0.0.1:9",
    HANDOFF_TOKEN: "t",
    BOT_SECRET: secret,
    PORT: String(port + 1),
  });
  const reply = await fetch(`http://127.0.0.1:${port + 1}/`, { method: "POST", body: "{}" });
  assert.equal(reply.status, 401);
});
