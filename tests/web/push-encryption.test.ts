// @vitest-environment node
import { spawnSync } from "node:child_process";
import { createECDH, type ECDH, randomBytes, randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { decrypt } from "http_ece";
import { describe, expect, it } from "vitest";

const tool = new URL("../../build/release/bin/push_encrypt", import.meta.url).pathname;

class Browser {
  readonly key: ECDH = createECDH("prime256v1");
  readonly auth = randomBytes(16).toString("base64url");
  readonly p256dh: string;

  constructor() {
    this.key.generateKeys();
    this.p256dh = this.key.getPublicKey("base64url", "uncompressed");
  }

  read(body: string): string {
    const options = { version: "aes128gcm", privateKey: this.key, authSecret: this.auth } as const;
    return decrypt(Buffer.from(body, "base64url"), options).toString("utf8");
  }
}

function encrypted(lines: object[]): string[] {
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const run = spawnSync(tool, { input, maxBuffer: 2 ** 26 });
  expect(run.stderr.toString()).toBe("");
  expect(run.status).toBe(0);
  return run.stdout.toString().trimEnd().split("\n");
}

const asked = ({ p256dh, auth }: Browser, text?: string) => ({ p256dh, auth, text });

describe.skipIf(!existsSync(tool))("a push message of ours", () => {
  it("is read by another implementation, whatever its length", () => {
    const lengths = [0, 1, 15, 16, 17, 3993, ...Array.from({ length: 100 }, () => randomInt(3993))];
    const browsers = lengths.map(() => new Browser());
    const texts = lengths.map((length) =>
      randomBytes(length)
        .toString("latin1")
        .replace(/[^ -~]/g, "x"),
    );
    const bodies = encrypted(browsers.map((browser, i) => asked(browser, texts[i])));
    browsers.forEach((browser, i) => {
      expect(browser.read(bodies[i] ?? "")).toBe(texts[i]);
    });
  });

  it("is read by nobody else", () => {
    const [body = ""] = encrypted([asked(new Browser(), "for one alone")]);
    expect(() => new Browser().read(body)).toThrow();
  });

  it("cannot be changed on its way", () => {
    const browser = new Browser();
    const [body = ""] = encrypted([asked(browser, "as it was sent")]);
    const bytes = Buffer.from(body, "base64url");
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    expect(() => browser.read(bytes.toString("base64url"))).toThrow();
  });

  it("holds the notification that browsers show", () => {
    const browser = new Browser();
    const [body = ""] = encrypted([asked(browser)]);
    expect(JSON.parse(browser.read(body))).toMatchObject({
      web_push: 8030,
      notification: { title: "🙋 Human Handoff Requested", lang: "en", tag: expect.any(String) },
    });
  });
});
