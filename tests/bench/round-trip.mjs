// From an agent's POST to the visitor's stream, with many streams open, beside a bare TCP echo in the same process.
//   node round-trip.mjs --port N --email E --password P [--streams 1000] [--messages 2000]
import http from "node:http";
import net from "node:net";
import { parseArgs } from "node:util";

const { values: given } = parseArgs({
  options: {
    port: { type: "string" },
    email: { type: "string" },
    password: { type: "string" },
    streams: { type: "string", default: "1000" },
    messages: { type: "string", default: "2000" },
  },
});
const streams = Number(given.streams);
const messages = Number(given.messages);
const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

function call(method, path, headers = {}, body = undefined) {
  const bytes = body === undefined ? "" : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: "127.0.0.1",
        port: given.port,
        method,
        path,
        agent,
        headers: {
          "Content-Type": "application/json",
          "Content-Length": Buffer.byteLength(bytes),
          "X-Handoff-Request": "1",
          ...headers,
        },
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (piece) => {
          text += piece;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode, headers: response.headers, text }),
        );
      },
    );
    request.on("error", reject);
    request.end(bytes);
  });
}

/** Opens a stream; `seen` is called with every piece of it. */
function openStream(path, token, seen) {
  return new Promise((resolve, reject) => {
    const headers = { Accept: "text/event-stream", Authorization: `Bearer ${token}` };
    const options = { host: "127.0.0.1", port: given.port, path, headers, agent: false };
    http
      .get(options, (response) => {
        response.setEncoding("utf8");
        response.on("data", seen);
        if (response.statusCode === 200) resolve();
        else reject(new Error(`stream refused: ${response.statusCode}`));
      })
      .on("error", reject);
  });
}

function percentiles(values) {
  const sorted = values.sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p99: at(0.99) };
}

const elapsed = (began) => Number(process.hrtime.bigint() - began) / 1e6;

async function bareEcho() {
  const server = net
    .createServer((socket) => socket.setNoDelay(true).pipe(socket))
    .listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const socket = net.connect(server.address().port, "127.0.0.1").setNoDelay(true);
  const times = [];
  for (let i = 0; i < messages; i++) {
    const began = process.hrtime.bigint();
    socket.write("x");
    await new Promise((resolve) => socket.once("data", resolve));
    times.push(elapsed(began));
  }
  socket.destroy();
  server.close();
  return percentiles(times);
}

async function main() {
  const signedIn = await call(
    "POST",
    "/v1/session",
    {},
    { email: given.email, password: given.password },
  );
  const cookie = signedIn.headers["set-cookie"][0].split(";")[0];
  const visits = [];
  const waiting = new Map();
  for (let i = 0; i < streams; i++) {
    const started = JSON.parse(
      (await call("POST", "/v1/sites/default/conversations", {}, {})).text,
    );
    const path = `/v1/conversations/${started.conversation.id}`;
    await openStream(`${path}/events`, started.visitor_token, (piece) => {
      for (const [marker, arrived] of waiting) if (piece.includes(marker)) arrived();
    });
    visits.push(path);
  }
  const held = visits.filter((_, i) => i % 20 === 0);
  for (const path of held) await call("POST", `${path}/takeover`, { Cookie: cookie }, {});
  const times = [];
  for (let i = 0; i < messages; i++) {
    const marker = `marker-${i}-`;
    const arrival = new Promise((resolve) => waiting.set(marker, resolve));
    const began = process.hrtime.bigint();
    const sent = call(
      "POST",
      `${held[i % held.length]}/messages`,
      { Cookie: cookie },
      { client_id: marker, text: marker },
    );
    await arrival;
    times.push(elapsed(began));
    waiting.delete(marker);
    if ((await sent).status !== 201) throw new Error("a message was refused");
  }
  const { p50, p99 } = percentiles(times);
  const echo = await bareEcho();
  console.log(
    `message round trip  ${streams} streams open   p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms   ` +
      `${(p50 / echo.p50).toFixed(1)} x a bare TCP echo (p50 ${echo.p50.toFixed(3)} ms)`,
  );
  process.exit(0);
}

await main();
