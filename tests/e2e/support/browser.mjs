import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { patience } from "./eventually.mjs";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let running = null;

/** One browser for all tests of a file: `CHROMIUM`, or Debian's. */
function browser() {
  running ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: flags,
  });
  return running;
}

/** For `after` of the file. */
export async function closeBrowser() {
  await (await running)?.close();
  running = null;
}

/** Errors of the page and what its content security policy refused, gathered while the test runs. */
function complaintsOf(page, allowed) {
  const found = [];
  const add = (text) => {
    if (!allowed?.test(text)) found.push(text);
  };
  page.on("pageerror", (error) => add(String(error.stack ?? error)));
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) add(message.text());
  });
  return found;
}

/**
 * A page in a browser profile of its own, at London time. When the test ends, any error of the page fails it;
 * `allowed` is a pattern of those that the test causes.
 */
export async function newPage(t, { allowed, now, ...options } = {}) {
  const context = await (await browser()).newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  if (now) await page.clock.install({ time: now });
  const complaints = complaintsOf(page, allowed);
  t.after(async () => {
    await context.close();
    assert.deepEqual(complaints, [], "no page errors, no refusals by the content security policy");
  });
  return page;
}

/** How far the page, or an element, can be scrolled sideways. */
export function overflow(locator) {
  return locator.evaluate((box) => box.scrollWidth - box.clientWidth);
}
