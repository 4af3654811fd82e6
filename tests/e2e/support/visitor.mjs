import { newPage } from "./browser.mjs";
import { eventually } from "./eventually.mjs";

/** Accessible names of the widget, as people with assistive technology hear them. */
const names = {
  en: {
    open: "Open chat",
    close: "Close chat",
    log: "Conversation",
    message: "Message",
    send: "Send",
    talk: "Talk to a person",
    cancel: "Cancel waiting",
    callback: "Ask for a callback",
    name: "Name",
    email: "Email",
  },
  ro: {
    open: "Deschide conversația",
    close: "Închide conversația",
    log: "Conversație",
    message: "Mesaj",
    send: "Trimite",
    talk: "Vorbiți cu un om",
    cancel: "Nu mai aștept",
    callback: "Vreau să fiu contactat",
    name: "Nume",
    email: "E-mail",
  },
};

/** The person on the website, on the demo page. */
export class Visitor {
  constructor(page, locale = "en") {
    this.page = page;
    this.names = names[locale];
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }
  field(name) {
    return this.page.getByRole("textbox", { name, exact: true });
  }
  get launcher() {
    return this.button(this.names.open);
  }
  get dialog() {
    return this.page.getByRole("dialog", { name: "Mara's Bikes", exact: true });
  }
  get log() {
    return this.dialog.getByRole("log", { name: this.names.log, exact: true });
  }
  get message() {
    return this.field(this.names.message);
  }

  async open() {
    await this.launcher.click();
    await this.message.waitFor();
  }

  /** The core is there, so that the widget can judge a message by itself. */
  coreReady() {
    return this.page.locator("handoff-widget [data-core=ready]").waitFor({ state: "attached" });
  }

  async write(text) {
    await this.message.fill(text);
    await this.button(this.names.send).click();
  }

  /** Waits until the log shows these words. */
  sees(text) {
    return this.log.getByText(text).first().waitFor();
  }

  /** Waits until the panel shows these words anywhere: sheet, strip or log. */
  isTold(text) {
    return this.dialog.getByText(text).first().waitFor();
  }

  /** Waits until the status says who speaks now. */
  hears(text) {
    return this.dialog.getByRole("status").filter({ hasText: text }).first().waitFor();
  }

  /** Writes, and waits for the answer. */
  async ask(question, answer) {
    await this.write(question);
    await this.sees(answer);
  }

  /** The whole log as text. */
  read() {
    return this.log.innerText();
  }

  /** How many messages of the log are exactly this text. */
  count(text) {
    return this.log.getByText(text, { exact: true }).count();
  }

  /** The messages of the log that are among `texts`, in the order they stand. */
  async order(texts) {
    const shown = (await this.read()).split("\n").map((line) => line.trim());
    return shown.filter((line) => texts.includes(line));
  }

  /** Holds this page's messages back until they are released. */
  async holdMessages() {
    const held = [];
    let holding = true;
    await this.page.route("**/messages", (route) =>
      holding ? held.push(route) : route.continue(),
    );
    return {
      arrived: () =>
        eventually(
          "a held message",
          () => held.length,
          (count) => count > 0,
        ),
      release: async () => {
        holding = false;
        for (const route of held) await route.continue();
      },
    };
  }
}

/** A visitor on the demo page. `query`: `locale`, `theme`. */
export async function visit(t, server, { query = {}, before, ...options } = {}) {
  const page = await newPage(t, options);
  if (before) await before(page);
  await page.goto(`${server.url}/demo?${new URLSearchParams(query)}`);
  const visitor = new Visitor(page, query.locale);
  await visitor.launcher.waitFor();
  return visitor;
}
