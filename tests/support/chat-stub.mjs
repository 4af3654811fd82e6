#!/usr/bin/env node
// A chat model that does what a test tells it: POST /v1/chat/completions in the dialects of several
// servers, and every way in which they fail. Ends when its standard input does.
//
//   node tests/support/chat-stub.mjs        prints "listening on http://127.0.0.1:PORT"
//
// What it does is the request's model, "dialect" or "dialect/failure" ("vllm", "openai/cut"), or what
// was set before by POST /control with a list of behaviours, one a request, the last one for all that
// follow:
//   dialect   openai, vllm, llama.cpp, ollama, azure
//   text, reasoning, refusal, tool {name, arguments}, finish, logprob     what it says
//   failure   a status, or one of the names in `failures` below
//   wire      crlf, comments, bytes, json, twice-done
//   pause     milliseconds between the chunks
//   refuses   parameters that it does not take; shape: in whose words (chat-stub-dialects.mjs)
//   key       the only API key that it takes
//             text may hold {{canary}}: the secret of the prompt, given away
//   obeys     does whatever the newest message of the user tells it to
// GET /requests answers the requests it got since the last /control: headers, body.
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { bodyOf, errorOf, refusalOf, streamOf } from "./chat-stub-dialects.mjs";

const DEFAULT_TEXT = "Livrarea durează trei zile. It is free above 250 lei 🚲.";

let behaviours = [];
let requests = [];

function next(request) {
  if (behaviours.length > 1) return behaviours.shift();
  if (behaviours.length === 1) return behaviours[0];
  const [dialect, failure] = String(request.model ?? "").split("/");
  return { dialect, failure };
}

const statuses = {
  400: errorOf("The request is not valid.", "invalid_request_error", null),
  401: errorOf(
    "Incorrect API key provided: sk-s**********key.",
    "invalid_request_error",
    "invalid_api_key",
  ),
  403: errorOf("Country not supported.", "request_forbidden", "unsupported_country"),
  404: errorOf("The model `m` does not exist.", "invalid_request_error", "model_not_found"),
  429: errorOf("Rate limit reached.", "requests", "rate_limit_exceeded"),
  500: errorOf("The server had an error.", "server_error", null),
  503: errorOf("Overloaded.", "server_error", "overloaded"),
};

function sendJson(response, status, body, headers = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

function startStream(response) {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.flushHeaders();
}

/** Each lets the other side wait, or gives it something it does not expect. */
const failures = {
  "hang-before-headers": async () => {},
  "hang-after-headers": async (response) => startStream(response),
  "hang-after-first-token": async (response, chunks) => {
    startStream(response);
    for (const chunk of chunks.slice(0, 3)) response.write(event(chunk));
  },
  "keep-alive-forever": async (response) => {
    startStream(response);
    while (!response.destroyed) {
      response.write(": keep-alive\n\n");
      await sleep(20);
    }
  },
  cut: async (response, chunks) => {
    startStream(response);
    const text = chunks
      .slice(0, 4)
      .map((chunk) => event(chunk))
      .join("");
    response.write(text.slice(0, -20), () => response.destroy());
  },
  "cut-cleanly": async (response, chunks) => {
    startStream(response);
    response.end(
      chunks
        .slice(0, 4)
        .map((chunk) => event(chunk))
        .join(""),
    );
  },
  "close-at-once": async (response) => response.destroy(),
  "error-before-text": async (response) => {
    startStream(response);
    response.end(event({ error: { message: "Overloaded.", type: "server_error" } }));
  },
  "error-in-stream": async (response, chunks) => {
    startStream(response);
    for (const chunk of chunks.slice(0, 2)) response.write(event(chunk));
    response.end(event({ error: { message: "The model crashed.", type: "server_error" } }));
  },
  html: async (response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><title>Welcome to the proxy</title>");
  },
  huge: async (response) => {
    startStream(response);
    for (let i = 0; i < 4096 && !response.destroyed; ++i)
      response.write(`data: ${"x".repeat(4096)}`);
    response.end();
  },
  redirect: async (response) => {
    response.writeHead(302, { location: "http://127.0.0.1:1/" });
    response.end();
  },
  "prompt-filtered": async (response) =>
    sendJson(response, 400, errorOf("The prompt was filtered.", null, "content_filter")),
  "bad-json": async (response) => {
    startStream(response);
    response.end("data: {not json}\n\n");
  },
};

function event(chunk, end = "\n") {
  const data = typeof chunk === "string" ? chunk : JSON.stringify(chunk);
  return `data: ${data}${end}${end}`;
}

async function sendStream(response, chunks, wire, pause) {
  startStream(response);
  response.socket?.setNoDelay(true);
  const all = wire === "twice-done" ? [...chunks, "[DONE]"] : chunks;
  for (const chunk of all) {
    if (wire === "comments") response.write(": OPENROUTER PROCESSING\n\n");
    const bytes = Buffer.from(event(chunk, wire === "crlf" ? "\r\n" : "\n"));
    if (wire !== "bytes") response.write(bytes);
    for (let at = 0; wire === "bytes" && at < bytes.length; ++at) {
      response.write(bytes.subarray(at, at + 1));
      if (at % 16 === 0) await new Promise(setImmediate);
    }
    await (pause ? sleep(pause) : new Promise(setImmediate));
    if (response.destroyed) return;
  }
  response.end();
}

/** The text of the newest message that a person or an attacker wrote. */
function newestText(request) {
  return String((request.messages ?? []).at(-1)?.content ?? "");
}

/** A model with no judgement at all, for the tests of what stands around it. */
function obey(request) {
  const text = newestText(request);
  const everything = request.messages.map((message) => message.content).join("\n");
  const instructions = String(request.messages[0].content);
  if (/repeat everything above/i.test(text)) return { text: everything };
  if (/your instructions backwards/i.test(text))
    return { text: [...instructions].reverse().join("") };
  if (/your instructions in base64/i.test(text)) {
    return { text: Buffer.from(instructions).toString("base64") };
  }
  const call = /call the tool with: (.*)/i.exec(text);
  if (call) return { tool: { name: "handoff_to_human", arguments: call[1] } };
  const said = /say exactly: ([\s\S]*?)\n<\//i.exec(text);
  return { text: said ? said[1] : "I do as I am told." };
}

const disguises = {
  base64: (canary) => Buffer.from(canary).toString("base64"),
  hex: (canary) => Buffer.from(canary).toString("hex"),
  hidden: (canary) => [...canary].join("\u200b"),
  lines: (canary) => [...canary].join("\n"),
  reversed: (canary) => [...canary].reverse().join(""),
  spaced: (canary) => [...canary].join(" "),
  upper: (canary) => canary.toUpperCase(),
};

/** `{{canary}}`, `{{canary|spaced}}` and `{{repeat 20|text}}` in what it is told to say: a model that gives away what it was told. */
function filled(text, request) {
  const [canary] = String(request.messages?.[0]?.content).split(" ");
  return text
    .replace(/\{\{canary(?:\|(\w+))?\}\}/g, (_, how) => (how ? disguises[how](canary) : canary))
    .replace(/\{\{repeat (\d+)\|([^}]*)\}\}/g, (_, times, what) => what.repeat(Number(times)));
}

function refusedBy(behaviour, request) {
  const asked = (name) =>
    name === "role"
      ? request.messages.some(
          (message) => message.role === "system" || message.role === "developer",
        )
      : name === "strict"
        ? request.tools?.[0]?.function?.strict !== undefined
        : request[name] !== undefined;
  return (behaviour.refuses ?? []).find(asked);
}

async function complete(request, headers, response) {
  const behaviour = next(request);
  if (behaviour.key && headers.authorization !== `Bearer ${behaviour.key}`) {
    return sendJson(response, 401, statuses[401]);
  }
  const refused = refusedBy(behaviour, request);
  if (refused) {
    const { status, body } = refusalOf(behaviour.shape, refused);
    return sendJson(response, status, body);
  }
  const said = behaviour.obeys ? { ...behaviour, ...obey(request) } : { ...behaviour };
  if (!said.text && !said.tool && !said.refusal && !("text" in said)) said.text = DEFAULT_TEXT;
  if (said.text) said.text = filled(said.text, request);
  const dialect = behaviour.dialect || "openai";
  const chunks = streamOf(dialect, said, request);
  if (statuses[behaviour.failure]) {
    const retry = behaviour.retryAfter === undefined ? {} : { "retry-after": behaviour.retryAfter };
    return sendJson(response, Number(behaviour.failure), statuses[behaviour.failure], retry);
  }
  if (behaviour.failure) return failures[behaviour.failure](response, chunks);
  if (request.stream !== true || behaviour.wire === "json") {
    return sendJson(response, 200, bodyOf(dialect, said, request));
  }
  return sendStream(response, chunks, behaviour.wire, behaviour.pause);
}

async function textOf(incoming) {
  let text = "";
  for await (const piece of incoming) text += piece;
  return text;
}

async function handle(incoming, response) {
  const text = await textOf(incoming);
  if (incoming.url === "/control") {
    behaviours = JSON.parse(text);
    requests = [];
    return sendJson(response, 200, {});
  }
  if (incoming.url === "/requests") return sendJson(response, 200, requests);
  if (incoming.method !== "POST" || !incoming.url.startsWith("/v1/chat/completions")) {
    return sendJson(response, 404, errorOf("Not found.", "invalid_request_error", null));
  }
  const body = JSON.parse(text);
  requests.push({ url: incoming.url, headers: incoming.headers, body });
  return complete(body, incoming.headers, response);
}

const server = createServer((incoming, response) => {
  handle(incoming, response).catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    response.destroy();
  });
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`listening on http://127.0.0.1:${server.address().port}\n`);
});
process.stdin.on("end", () => process.exit(0)).resume();
