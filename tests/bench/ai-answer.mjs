// What our side adds to an answer of a model that needs no time, and how fast a takeover silences one that never ends.
//   node ai-answer.mjs --program FILE [--answers 300] [--takeovers 100]
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values: given } = parseArgs({
  options: {
    program: { type: "string" },
    answers: { type: "string", default: "300" },
    takeovers: { type: "string", default: "100" },
  },
});
const stubFile = fileURLToPath(new URL("../support/chat-stub.mjs", import.meta.url));
const knowledge = fileURLToPath(new URL("../../web/demo/knowledge", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "handoff-bench-"));
const children = [];
const instant = { text: "A complete bike takes 3 to 5 working days.", dialect: "openai" };
const endless = { text: "It takes three days. ".repeat(400), dialect: "openai", pause: 1 };

async function start(command, args) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "ignore"] });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const said = /^listening on (http:\S+)$/.exec(line);
    if (said) return said[1];
  }
  throw new Error(`${command} ended before it listened`);
}

async function call(url, path, body, token) {
  const headers = { "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  const reply = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}

/** Reads a visitor's stream; `heard` gets each event's type and time. */
async function listen(url, path, token, heard) {
  const ending = new AbortController();
  const reply = await fetch(`${url}${path}/events`, {
    headers: { Accept: "text/event-stream", Authorization: `Bearer ${token}` },
    signal: ending.signal,
  });
  void (async () => {
    let text = "";
    for await (const piece of reply.body.pipeThrough(new TextDecoderStream())) {
      text += piece;
      const blocks = text.split("\n\n");
      text = blocks.pop();
      for (const block of blocks)
        heard(/event: (\S+)/.exec(block)?.[1], block.includes('"author":"ai"'), performance.now());
    }
  })().catch(() => {});
  return () => ending.abort();
}

function percentiles(values) {
  const sorted = values.sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p99: at(0.99) };
}

const show = ({ p50, p99 }) => `p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`;

async function visit(url) {
  const started = await call(url, "/v1/sites/default/conversations", {});
  return { path: `/v1/conversations/${started.conversation.id}`, token: started.visitor_token };
}

/** The model alone, asked as we ask it; then the whole way from a visitor's POST to the answer in the visitor's stream. */
async function measureAnswers(url, stub) {
  await call(stub, "/control", [instant]);
  const bare = [];
  const ours = [];
  for (let i = 0; i < Number(given.answers); i++) {
    const began = performance.now();
    const reply = await fetch(`${stub}/v1/chat/completions`, {
      method: "POST",
      body: JSON.stringify({ model: "m", stream: true, messages: [] }),
    });
    await reply.text();
    bare.push(performance.now() - began);
    const { path, token } = await visit(url);
    let arrived;
    const arrival = new Promise((resolve) => {
      arrived = resolve;
    });
    const end = await listen(url, path, token, (type, ai) => type === "message" && ai && arrived());
    const asked = performance.now();
    await call(
      url,
      `${path}/messages`,
      { client_id: "m", text: "How long does delivery take?" },
      token,
    );
    await arrival;
    ours.push(performance.now() - asked);
    end();
  }
  return { bare: percentiles(bare), ours: percentiles(ours) };
}

/** From the takeover's request to the last byte of the AI in the visitor's stream; 0 when there was none. */
async function measureTakeovers(url, stub, admin) {
  await call(stub, "/control", [endless]);
  const times = [];
  for (let i = 0; i < Number(given.takeovers); i++) {
    const { path, token } = await visit(url);
    let last = 0;
    let pieces = 0;
    let under;
    const growing = new Promise((resolve) => {
      under = resolve;
    });
    let taken;
    const takenOver = new Promise((resolve) => {
      taken = resolve;
    });
    const end = await listen(url, path, token, (type, _, at) => {
      if (type === "ai.partial" || type === "ai.withdrawn") last = at;
      if (type === "ai.partial" && ++pieces === 3) under();
      if (type === "taken_over") taken();
    });
    await call(
      url,
      `${path}/messages`,
      { client_id: "m", text: "How long does delivery take?" },
      token,
    );
    await growing;
    const began = performance.now();
    await call(url, `${path}/takeover`, {}, admin);
    await takenOver;
    await new Promise((resolve) => setTimeout(resolve, 20));
    times.push(Math.max(0, last - began));
    end();
    await call(url, `${path}/close`, {}, admin);
  }
  return percentiles(times);
}

async function main() {
  const stub = await start("node", [stubFile]);
  const settings = join(folder, "settings.json");
  writeFileSync(
    settings,
    JSON.stringify({
      ai: { provider: "openai", base_url: `${stub}/v1`, model: "m", knowledge },
      outbound: { allow_private_cidrs: ["127.0.0.0/8"] },
      limits: { conversations_per_hour: 0, messages_per_minute: 0, connections_per_address: 0 },
    }),
  );
  const data = join(folder, "data");
  const added = spawn(given.program, [
    "token",
    "add",
    "--name",
    "bench",
    "--scope",
    "admin",
    "--data",
    data,
  ]);
  let admin = "";
  for await (const piece of added.stdout.setEncoding("utf8")) admin += piece;
  const url = await start(given.program, [
    "serve",
    "--config",
    settings,
    "--data",
    data,
    "--listen",
    "127.0.0.1:0",
  ]);
  const { bare, ours } = await measureAnswers(url, stub);
  console.log(
    `AI answer           ${show(ours)} from POST to the visitor's stream; the same model alone ${show(bare)}; ` +
      `ours adds ${(ours.p50 - bare.p50).toFixed(1)} ms`,
  );
  console.log(
    `takeover            ${show(await measureTakeovers(url, stub, admin.trim()))} until the AI's last byte`,
  );
}

try {
  await main();
} finally {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
