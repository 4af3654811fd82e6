// From "a person, please" to the first byte at each channel's other side, and how many notifications leave in a second.
//   node notifications.mjs --program FILE [--samples 60] [--burst 500]
import { spawn, spawnSync } from "node:child_process";
import { createECDH, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { SMTPServer } from "smtp-server";

const { values: given } = parseArgs({
  options: {
    program: { type: "string" },
    samples: { type: "string", default: "60" },
    burst: { type: "string", default: "500" },
  },
});
const folder = mkdtempSync(join(tmpdir(), "handoff-bench-"));
const data = join(folder, "data");
const password = "a password for the bench";
const channels = ["webhook", "push", "email", "whatsapp"];
let server = null;

/** Calls `seen(channel)` when the first byte of a notification is there. */
let seen = () => {};

async function startSinks() {
  const http = createServer((request, response) => {
    const channel = request.url.startsWith("/hook")
      ? "webhook"
      : request.url.startsWith("/push")
        ? "push"
        : request.url === "/bare"
          ? "bare"
          : "whatsapp";
    seen(channel, request.url);
    request.resume().on("end", () => {
      response.writeHead(channel === "push" ? 201 : 200, { "Content-Type": "application/json" });
      response.end('{"messages":[{"id":"wamid.1"}]}');
    });
  });
  http.keepAliveTimeout = 60_000;
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const smtp = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, _session, done) => stream.resume().on("end", done),
  });
  // The dialogue begins with the server, which takes its time before it greets: ours has begun when it is called.
  smtp.server.on("connection", () => seen("email"));
  smtp.server.listen(0, "127.0.0.1");
  await once(smtp.server, "listening");
  return {
    url: `http://127.0.0.1:${http.address().port}`,
    smtp: `smtp://127.0.0.1:${smtp.server.address().port}`,
  };
}

function settings(sinks) {
  return {
    outbound: { allow_private_cidrs: ["127.0.0.0/8"] },
    limits: {
      conversations_per_hour: 0,
      messages_per_minute: 0,
      connections_per_address: 0,
      logins_per_minute: 0,
    },
    notifications: {
      push: { subject: "mailto:ops@acme.example", hosts: ["127.0.0.1"] },
      email: { smtp_url: sinks.smtp, from: "Acme <desk@acme.example>", to: ["team@acme.example"] },
      whatsapp: {
        phone_number_id: "1",
        access_token: "t",
        template: "handoff_alert",
        language: "en",
        to: ["+40700000000"],
        graph_url: `${sinks.url}/v25.0`,
        app_secret: "s",
        verify_token: "v",
      },
      webhooks: [
        {
          url: `${sinks.url}/hook`,
          secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
          events: ["handoff.alert"],
        },
      ],
      ladder: [{ after_seconds: 0, channels }],
    },
  };
}

async function startServer(sinks) {
  const file = join(folder, "settings.json");
  writeFileSync(file, JSON.stringify(settings(sinks)));
  server = spawn(
    given.program,
    ["serve", "--config", file, "--data", data, "--listen", "127.0.0.1:0"],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  for await (const line of createInterface({ input: server.stdout })) {
    const said = /^listening on (http:\S+)$/.exec(line);
    if (said) return said[1];
  }
  throw new Error("the server ended before it listened");
}

function addAgent(number) {
  const email = `agent${number}@acme.example`;
  const added = spawnSync(
    given.program,
    [
      "agent",
      "add",
      email,
      "--name",
      `A${number}`,
      "--role",
      "agent",
      "--password-stdin",
      "--data",
      data,
    ],
    { input: `${password}\n` },
  );
  if (added.status !== 0) throw new Error(String(added.stderr));
  return email;
}

async function call(url, method, body, headers = {}) {
  const reply = await fetch(url, {
    method,
    headers: { "Content-Type": "application/json", "X-Handoff-Request": "1", ...headers },
    body: body && JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`);
  return reply;
}

/** Signs in and wants to be told by everything, in a browser of its own. */
async function enlist(url, sinks, email) {
  const reply = await call(`${url}/v1/session`, "POST", { email, password });
  const headers = { Cookie: reply.headers.get("set-cookie").split(";")[0] };
  const number = /\d+/.exec(email)[0];
  const key = createECDH("prime256v1");
  key.generateKeys();
  const subscription = {
    endpoint: `${sinks.url}/push/${number}`,
    keys: {
      p256dh: key.getPublicKey("base64url"),
      auth: randomBytes(16).toString("base64url"),
    },
  };
  await call(`${url}/v1/push-subscriptions`, "POST", subscription, headers);
  const wishes = { email: true, whatsapp: true, phone: `+4071000${number.padStart(4, "0")}` };
  await call(`${url}/v1/session/notifications`, "PUT", wishes, headers);
  return async () => {
    await call(
      `${url}/v1/push-subscriptions`,
      "DELETE",
      { endpoint: subscription.endpoint },
      headers,
    );
    await call(`${url}/v1/session/notifications`, "PUT", {}, headers);
  };
}

async function begin(url) {
  const started = await (await call(`${url}/v1/sites/default/conversations`, "POST", {})).json();
  return {
    path: `${url}/v1/conversations/${started.conversation.id}/handoff`,
    headers: { Authorization: `Bearer ${started.visitor_token}` },
  };
}

function percentiles(values) {
  const sorted = values.sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p99: at(0.99) };
}

const show = ({ p50, p99 }) => `p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`;

/** A request of Node's own to the same sink, for scale. */
async function measureBare(sinks) {
  const times = [];
  for (let i = 0; i < Number(given.samples); i++) {
    const began = performance.now();
    const there = new Promise((resolve) => {
      seen = (channel) => channel === "bare" && resolve(performance.now());
    });
    await Promise.all([call(`${sinks.url}/bare`, "POST", {}), there]);
    times.push((await there) - began);
  }
  return percentiles(times);
}

/** One handoff at a time, each to somebody who was not told before: nobody is in a storm. */
async function measureFirstBytes(url, sinks, emails) {
  const times = Object.fromEntries(channels.map((channel) => [channel, []]));
  for (const email of emails) {
    const leave = await enlist(url, sinks, email);
    const { path, headers } = await begin(url);
    const arrived = new Map();
    const all = new Promise((resolve) => {
      seen = (channel) => {
        if (!arrived.has(channel)) arrived.set(channel, performance.now());
        if (channels.every((each) => arrived.has(each))) resolve();
      };
    });
    const began = performance.now();
    await call(path, "POST", {}, headers);
    await all;
    for (const channel of channels) times[channel].push(arrived.get(channel) - began);
    await leave();
  }
  return times;
}

/** Many at once; webhooks are told of each. */
async function measureBurst(url) {
  const count = Number(given.burst);
  const visits = [];
  for (let i = 0; i < count; i++) visits.push(await begin(url));
  let told = 0;
  const all = new Promise((resolve) => {
    seen = (channel) => {
      if (channel === "webhook" && ++told === count) resolve(performance.now());
    };
  });
  const began = performance.now();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let visit = visits.pop(); visit; visit = visits.pop())
        await call(visit.path, "POST", {}, visit.headers);
    }),
  );
  return count / (((await all) - began) / 1000);
}

try {
  const sinks = await startSinks();
  const emails = Array.from({ length: Number(given.samples) }, (_, i) => addAgent(i));
  const url = await startServer(sinks);
  const bare = await measureBare(sinks);
  const times = await measureFirstBytes(url, sinks, emails);
  for (const channel of channels) {
    const found = percentiles(times[channel]);
    console.log(
      `${`to ${channel}`.padEnd(20)}${show(found)} from the handoff to the first byte; ` +
        `${(found.p50 / bare.p50).toFixed(1)} x a bare request of Node (${bare.p50.toFixed(1)} ms)`,
    );
  }
  console.log(
    `notifications       ${(await measureBurst(url)).toFixed(0)} webhook calls a second while ${given.burst} visitors ask on 8 connections`,
  );
} finally {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
