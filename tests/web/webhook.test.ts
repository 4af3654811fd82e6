// @vitest-environment node
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook, WebhookVerificationError } from "standardwebhooks";
import { describe, expect, it } from "vitest";

const sender = new URL("../../build/release/bin/webhook_sender", import.meta.url).pathname;
const secret = `whsec_${Buffer.from("a secret of thirty-two bytes ...").toString("base64")}`;
const other = `whsec_${Buffer.alloc(64, 0xfb).toString("base64")}`;
const body = JSON.stringify({ type: "message", data: { text: "Bună ziua 🙋 <script>\u2028" } });

/** What an endpoint receives when the server's own code delivers `body`. */
async function received(
  secrets: string,
): Promise<{ body: string; headers: Record<string, string> }> {
  const endpoint = createServer().listen(0, "127.0.0.1");
  await once(endpoint, "listening");
  const { port } = endpoint.address() as AddressInfo;
  const run = spawn(sender, [`http://127.0.0.1:${port}/hook`, "msg_1", secrets]);
  run.stdin.end(body);
  const [request, answer] = await once(endpoint, "request");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  answer.writeHead(204).end();
  const [code] = await once(run, "close");
  expect(code).toBe(0);
  endpoint.close();
  return { body: Buffer.concat(chunks).toString("utf8"), headers: request.headers };
}

describe.skipIf(!existsSync(sender))("a webhook, for the library of Standard Webhooks", () => {
  it("is genuine", async () => {
    const delivery = await received(secret);
    expect(new Webhook(secret).verify(delivery.body, delivery.headers)).toEqual(JSON.parse(body));
    expect(delivery.headers["user-agent"]).toMatch(/^Handoff\/\d+\.\d+\.\d+$/);
  });

  it("is genuine for both secrets while one replaces the other", async () => {
    const delivery = await received(`${other} ${secret}`);
    for (const known of [secret, other]) {
      expect(new Webhook(known).verify(delivery.body, delivery.headers)).toEqual(JSON.parse(body));
    }
  });

  it("is not for another secret, nor when a byte of it has changed", async () => {
    const delivery = await received(secret);
    const changed = delivery.body.replace("ziua", "Ziua");
    const moved = { ...delivery.headers, "webhook-id": "msg_2" };
    const verify = (known: string, text: string, headers: Record<string, string>) => () =>
      new Webhook(known).verify(text, headers);
    expect(verify(other, delivery.body, delivery.headers)).toThrow(WebhookVerificationError);
    expect(verify(secret, changed, delivery.headers)).toThrow(WebhookVerificationError);
    expect(verify(secret, delivery.body, moved)).toThrow(WebhookVerificationError);
  });
});
