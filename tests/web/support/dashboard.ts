import { rmSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { AgentServer } from "./agent-server";
import { buildDashboard, launch } from "./browser";

export interface Look {
  width?: number;
  language?: "en" | "ro";
  theme?: "light" | "dark";
}

/** The dashboard in a browser, against a server in memory; both are new for each test of the block. */
export class Dashboard {
  browser!: Browser;
  files = "";
  server!: AgentServer;
  base = "";
  page!: Page;
  /** Errors of the page, and what its content security policy refused. */
  complaints: string[] = [];

  async visit(
    path: string,
    { width = 1280, language = "en", theme = "light" }: Look = {},
  ): Promise<void> {
    this.page = await this.browser.newPage({
      viewport: { width, height: 720 },
      locale: language === "ro" ? "ro-RO" : "en-GB",
      timezoneId: "Europe/Bucharest",
      colorScheme: theme,
      reducedMotion: "reduce",
    });
    this.page.on("pageerror", (error) => this.complaints.push(error.message));
    this.page.on("console", (message) => {
      if (/Content Security Policy|Trusted/.test(message.text()))
        this.complaints.push(message.text());
    });
    await this.page.goto(this.base + path);
  }

  /** How far the page can be scrolled sideways. */
  overflow(): Promise<number> {
    return this.page.evaluate(
      "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth",
    );
  }

  button = (name: string) => this.page.getByRole("button", { name, exact: true });
  field = (name: string) => this.page.getByRole("textbox", { name, exact: true });
  link = (name: string) => this.page.getByRole("link", { name, exact: true });
  region = (name: string) => this.page.getByRole("region", { name, exact: true });
  tab = (name: string) => this.page.getByRole("tab", { name, exact: true });
  get conversation() {
    return this.region("Conversation");
  }
  get rows() {
    return this.page
      .getByRole("list", { name: "Conversations", exact: true })
      .getByRole("listitem");
  }
}

/** For the head of a `describe` block. `prepare` fills the server of each test. */
export function useDashboard(prepare: (server: AgentServer) => void): Dashboard {
  const dashboard = new Dashboard();
  beforeAll(async () => {
    dashboard.files = buildDashboard();
    dashboard.browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await dashboard.browser?.close();
    if (dashboard.files) rmSync(dashboard.files, { recursive: true, force: true });
  });
  beforeEach(async () => {
    dashboard.server = new AgentServer();
    dashboard.server.files = dashboard.files;
    prepare(dashboard.server);
    dashboard.base = await dashboard.server.start();
    dashboard.complaints = [];
  });
  afterEach(async () => {
    await dashboard.page.close();
    await dashboard.server.stop();
    expect(dashboard.complaints).toEqual([]);
  });
  return dashboard;
}
