import { rmSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { accessibilityFaults, buildWidget, launch } from "./browser";
import { FakeServer } from "./fake-server";

/** The demo page with the widget in a browser, against a server in memory; both are new for each test of the block. */
export class Widget {
  browser!: Browser;
  files = "";
  server!: FakeServer;
  base = "";
  page!: Page;
  /** Errors of the page, and what its content security policy refused. */
  complaints: string[] = [];

  async visit(query = "", width = 1000): Promise<void> {
    this.page = await this.browser.newPage({
      viewport: { width, height: 700 },
      timezoneId: "Europe/London",
      locale: "en-GB",
      reducedMotion: "reduce",
    });
    this.page.on("pageerror", (error) => this.complaints.push(error.message));
    this.page.on("console", (message) => {
      if (/Content Security Policy|Trusted/.test(message.text()))
        this.complaints.push(message.text());
    });
    await this.page.goto(`${this.base}/demo${query}`);
    await this.button("Open chat").waitFor();
  }

  async open(): Promise<void> {
    await this.button("Open chat").click();
    await this.message.waitFor();
  }

  async say(text: string): Promise<void> {
    await this.message.fill(text);
    await this.button("Send").click();
    await this.log.getByText(text, { exact: true }).waitFor();
  }

  async expectAccessible(): Promise<void> {
    expect(await accessibilityFaults(this.page)).toEqual([]);
  }

  button = (name: string) => this.page.getByRole("button", { name, exact: true });
  get message() {
    return this.page.getByRole("textbox", { name: "Message", exact: true });
  }
  get log() {
    return this.page.getByRole("log", { name: "Conversation", exact: true });
  }
  get status() {
    return this.page.getByRole("status").first();
  }
}

/** For the head of a `describe` block. */
export function useWidget(): Widget {
  const widget = new Widget();
  beforeAll(async () => {
    widget.files = buildWidget();
    widget.browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await widget.browser?.close();
    if (widget.files) rmSync(widget.files, { recursive: true, force: true });
  });
  beforeEach(async () => {
    widget.server = new FakeServer();
    widget.server.files = widget.files;
    widget.base = await widget.server.start();
    widget.complaints = [];
  });
  afterEach(async () => {
    await widget.page.close();
    await widget.server.stop();
  });
  return widget;
}
