import { newPage } from "./browser.mjs";
import { eventually } from "./eventually.mjs";
import { ana, password } from "./server.mjs";

/** A person of the team in the dashboard. */
export class Agent {
  constructor(page, base) {
    this.page = page;
    this.base = base;
  }

  button(name) {
    return this.conversation.getByRole("button", { name, exact: true });
  }
  get list() {
    return this.page.getByRole("list", { name: "Conversations", exact: true });
  }
  get conversation() {
    return this.page.getByRole("region", { name: "Conversation", exact: true });
  }
  get transcript() {
    return this.conversation.getByRole("log");
  }
  get presence() {
    return this.page.getByRole("combobox", { name: "Presence", exact: true });
  }
  get evidence() {
    return this.transcript.locator("mark");
  }
  get id() {
    return new URL(this.page.url()).pathname.replace("/c/", "");
  }

  async signIn({ email }) {
    await this.page.getByRole("textbox", { name: "Email", exact: true }).fill(email);
    await this.page.getByRole("textbox", { name: "Password", exact: true }).fill(password);
    await this.page.getByRole("button", { name: "Sign in", exact: true }).click();
    await this.page.getByRole("link", { name: "Inbox", exact: true }).waitFor();
    await this.page.getByText("Live", { exact: true }).waitFor();
  }

  /** The one item of the list that names all of these: visitor, state, reason. */
  item(...words) {
    return words.reduce(
      (items, hasText) => items.filter({ hasText }),
      this.list.getByRole("listitem"),
    );
  }

  async open(...words) {
    await this.item(...words)
      .getByRole("link")
      .click();
    await this.transcript.waitFor();
  }

  async takeOver() {
    await this.button("Take Over").click();
    await this.button("Return to AI").waitFor();
  }

  async reply(text) {
    await this.conversation.getByRole("tab", { name: "Reply", exact: true }).click();
    await this.conversation.getByRole("textbox", { name: "Reply", exact: true }).fill(text);
    await this.button("Send").click();
  }

  async note(text) {
    await this.conversation.getByRole("tab", { name: "Note", exact: true }).click();
    await this.conversation.getByRole("textbox", { name: "Note", exact: true }).fill(text);
    await this.button("Send").click();
    await this.sees(text);
  }

  /** Gives the conversation back with a note for the AI. */
  async returnToAi(note) {
    await this.button("Return to AI").click();
    await this.conversation.getByLabel("What should the AI know?").fill(note);
    await this.button("Return to AI").click();
    await this.button("Take Over").waitFor();
  }

  /** Waits until the transcript shows these words. */
  sees(text) {
    return this.transcript.getByText(text).first().waitFor();
  }

  /** Waits until the conversation shows these words anywhere. */
  isTold(text) {
    return this.conversation.getByText(text).first().waitFor();
  }

  titleSays(pattern) {
    return eventually(
      `the title ${pattern}`,
      () => this.page.title(),
      (title) => pattern.test(title),
    );
  }

  async #get(path) {
    const answer = await this.page.context().request.get(`${this.base}${path}`);
    if (!answer.ok()) throw new Error(`GET ${path} answered ${answer.status()}`);
    return answer.json();
  }

  /** The open conversation, or one by id, as the server has it: `{conversation, events, as_of_seq}`. */
  stored(id = this.id) {
    return this.#get(`/v1/conversations/${id}`);
  }

  inbox() {
    return this.#get("/v1/inbox");
  }
}

/** Somebody of the team, signed in and online, in a browser of their own. */
export async function signIn(t, server, { who = ana, path = "/", ...options } = {}) {
  const page = await newPage(t, options);
  await page.goto(`${server.url}${path}`);
  const agent = new Agent(page, server.url);
  await agent.signIn(who);
  return agent;
}
