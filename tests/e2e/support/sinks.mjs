import { createECDH, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import ece from "http_ece";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { Webhook } from "standardwebhooks";
import { eventually } from "./eventually.mjs";

/** What came in, in its order. */
class Arrived {
  #all = [];

  add(item) {
    this.#all.push(item);
  }
  get count() {
    return this.#all.length;
  }
  /** The first that came and was not asked for yet. */
  async next(what) {
    await eventually(
      what,
      () => this.#all.length,
      (count) => count > 0,
    );
    return this.#all.shift();
  }
}

async function listening(t, server, close) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(close);
  return server.address().port;
}

/** An HTTP server that keeps what is posted to it and gives one answer. */
async function httpSink(t, read, answer) {
  const arrived = new Arrived();
  const server = createServer(async (request, response) => {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    try {
      arrived.add(read(request, Buffer.concat(pieces)));
    } catch (error) {
      arrived.add(error);
    }
    response.writeHead(answer.status, { "Content-Type": "application/json" });
    response.end(answer.body ?? "");
  });
  const port = await listening(t, server, () => {
    server.close();
    server.closeAllConnections();
  });
  return { arrived, url: `http://127.0.0.1:${port}` };
}

/** A webhook that trusts only what the official library verifies. */
export function webhookSink(t, secret) {
  const read = (request, body) => new Webhook(secret).verify(body.toString(), request.headers);
  return httpSink(t, read, { status: 204 });
}

/** Meta's Graph API, as far as sending goes. */
export function whatsappSink(t) {
  const read = (request, body) => ({
    path: request.url,
    authorization: request.headers.authorization,
    ...JSON.parse(body),
  });
  return httpSink(t, read, { status: 200, body: '{"messages":[{"id":"wamid.1"}]}' });
}

/** A push service and the browser behind it: it can read what was encrypted for it. */
export async function pushSink(t) {
  const keys = createECDH("prime256v1");
  keys.generateKeys();
  const secret = randomBytes(16);
  const read = (request, body) => ({
    urgency: request.headers.urgency,
    ...JSON.parse(
      ece.decrypt(body, { version: "aes128gcm", privateKey: keys, authSecret: secret }).toString(),
    ),
  });
  const sink = await httpSink(t, read, { status: 201 });
  const subscription = {
    endpoint: `${sink.url}/send/ana`,
    keys: { p256dh: keys.getPublicKey("base64url"), auth: secret.toString("base64url") },
  };
  return { ...sink, subscription };
}

/** A mail server that takes everything and reads it with a parser that is not ours. */
export async function mailSink(t) {
  const arrived = new Arrived();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    async onData(stream, session, answer) {
      const pieces = [];
      for await (const piece of stream) pieces.push(piece);
      const mail = await PostalMime.parse(Buffer.concat(pieces));
      arrived.add({ ...mail, envelope: session.envelope });
      answer();
    },
  });
  const port = await listening(t, server.server, () => server.close());
  return { arrived, url: `smtp://127.0.0.1:${port}` };
}
