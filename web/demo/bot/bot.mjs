// A bot of your own: it is told of each visitor message, and answers through the API. Node 18 and newer, no packages.
//   HANDOFF_URL=http://127.0.0.1:8080 HANDOFF_TOKEN=… BOT_SECRET=whsec_… PORT=8099 node bot.mjs
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const { HANDOFF_URL, HANDOFF_TOKEN, BOT_SECRET, PORT = "8099" } = process.env;
const key = Buffer.from(BOT_SECRET.slice("whsec_".length), "base64");

/** Standard Webhooks: nobody else may put words into the visitor's mouth. */
function isFromHandoff(headers, body) {
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const wanted = createHmac("sha256", key).update(signed).digest();
  const given = String(headers["webhook-signature"])
    .split(" ")
    .map((one) => Buffer.from(one.slice(3), "base64"));
  const fresh = Math.abs(Date.now() / 1000 - Number(headers["webhook-timestamp"])) < 300;
  return fresh && given.some((one) => one.length === wanted.length && timingSafeEqual(one, wanted));
}

/** Here your bot thinks. An answer with its confidence, or a person; `handoff` and `text` may come together. */
function think({ event, after_human }) {
  if (/refund|money back/i.test(event.text))
    return { handoff: { reason: "user_request", note: "Wants a refund" } };
  const hello = after_human
    ? `I am the assistant again; ${after_human.agent} has told me what you agreed. `
    : "";
  return { text: `${hello}You wrote: “${event.text}”`, confidence: 0.9 };
}

async function answer(call) {
  const reply = await fetch(`${HANDOFF_URL}/v1/conversations/${call.conversation.id}/ai-messages`, {
    method: "POST",
    headers: { Authorization: `Bearer ${HANDOFF_TOKEN}`, "Content-Type": "application/json" },
    body: JSON.stringify({ client_id: `bot-${call.event.seq}`, epoch: call.epoch, ...think(call) }),
  });
  // 409: a person holds the conversation, or it has moved on. Then the bot has nothing more to say.
  if (!reply.ok) console.error(reply.status, (await reply.json()).detail);
}

createServer(async (request, response) => {
  let body = "";
  for await (const piece of request.setEncoding("utf8")) body += piece;
  const genuine = isFromHandoff(request.headers, body);
  response.writeHead(genuine ? 204 : 401).end();
  if (genuine) await answer(JSON.parse(body));
}).listen(Number(PORT), "127.0.0.1", function () {
  console.log(`listening on http://127.0.0.1:${this.address().port}`);
});
