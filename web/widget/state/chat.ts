import { computed, signal } from "@preact/signals";
import type { HandoffDetection, HandoffState } from "handoff-core";
import type { ApiClient } from "../../shared/api-client";
import { ApiError } from "../../shared/api-error";
import { ownTimeZone } from "../../shared/formats";
import type {
  AttributeValue,
  Contact,
  Conversation,
  ConversationEvent,
  Page,
  Problem,
  State,
} from "../../shared/types";
import type { WidgetConfig } from "../config";
import { Connection } from "./connection";
import { stateOf } from "./fold";
import { LogStore } from "./log-store";
import { asksForPerson, availabilityNow, type Expectation } from "./prediction";
import type { SafeStorage } from "./safe-storage";
import { type Pending, SendQueue } from "./send-queue";
import type { Session, SessionStore } from "./session-store";
import { Typing } from "./typing";

export interface ChatOptions {
  api: ApiClient;
  config: WidgetConfig;
  session: SessionStore;
  /** Lasts as long as the tab: messages on their way. */
  tabStorage: SafeStorage;
  locale: string;
  /** Where the visitor is, asked when the conversation is made. */
  page: () => Page;
  attributes?: Record<string, AttributeValue>;
  /** Told to the page that embeds the widget. */
  announce?: (name: string, detail?: object) => void;
}

interface Created {
  conversation: Conversation;
  visitor_token: string;
}

/** The server confirms or corrects an expectation within this time, or it is dropped. */
const expectationMilliseconds = 8_000;

/** One visitor's conversation: what is known, what is on its way, and everything the visitor can do. */
export class Chat {
  readonly log = new LogStore(() => this.stateCore);
  readonly connection: Connection;
  readonly queue: SendQueue;
  readonly typing: Typing;
  readonly expected = signal<Expectation | null>(null);
  readonly loading = signal(false);
  /** The last action failed; the text is the catalog's. */
  readonly actionFailed = signal(false);
  /** What the server said to the last action that failed; null when it was not reached. */
  refusal: Problem | null = null;
  readonly declined = signal<readonly string[]>([]);
  readonly rated = signal<number | null>(null);
  /** Who speaks now, as the visitor is shown it. */
  readonly voice = computed<State>(() => {
    const state = this.log.conversation.value?.state ?? "ai";
    return this.expected.value && state === "ai" ? this.expected.value : state;
  });
  identity: string | null = null;
  attributes: Record<string, AttributeValue>;
  locale: string;

  private stateCore: HandoffState | null = null;
  private detectionCore: HandoffDetection | null = null;
  private readonly detectionSettings: object; // one object: the core reads it once
  private session: Session | null;
  private creating: Promise<Session> | null = null;
  private refreshing: ReturnType<typeof setTimeout> | null = null;
  private expectationEnds: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly options: ChatOptions) {
    const { api, session, tabStorage, config } = options;
    this.locale = options.locale;
    this.attributes = options.attributes ?? {};
    this.detectionSettings = { triggers: config.triggers ?? {} };
    this.session = session.read();
    this.connection = new Connection(api, {
      upTo: () => this.log.upTo,
      onEvent: (event) => this.receive(event),
      onEphemeral: (type, data) =>
        this.typing.heard(type, data, this.log.conversation.value, this.log.events.value),
      onBreak: () => this.typing.clear(),
      onReset: () => {
        this.log.rewind();
        this.typing.clear();
      },
      onRefused: () => this.startAnew(),
    });
    this.queue = new SendQueue({
      send: (message) => this.deliver(message),
      onLost: () => this.startAnew(),
      storage: tabStorage,
      key: `handoff:${config.site.id}:pending`,
    });
    this.typing = new Typing(() => void this.tellTyping());
  }

  /** Picks up the conversation this browser remembers, and what was on its way. */
  async resume(): Promise<void> {
    if (this.session) await this.load();
    if (this.queue.pending.value.length > 0) void this.queue.flush();
  }

  /** Hours and log, counted and folded here from now on. */
  takeState(core: HandoffState): void {
    this.stateCore = core;
  }

  /** Messages are judged here from now on, before the server does. */
  takeDetection(core: HandoffDetection): void {
    this.detectionCore = core;
  }

  /** The visitor's key, for the header of each request. */
  headers(): Record<string, string> {
    return this.session ? { Authorization: `Bearer ${this.session.token}` } : {};
  }

  /** Sends a message; an explicit wish for a person shows its effect before any network call. */
  send(text: string): void {
    const events = this.log.events.value;
    const asks = asksForPerson(this.detectionCore, this.detectionSettings, events, text);
    if (asks && this.voice.value === "ai") this.expect();
    this.queue.add(text);
  }

  async requestHuman(): Promise<void> {
    if (this.voice.value === "ai" || this.voice.value === "closed") this.expect();
    const done = await this.act("POST", "handoff", {});
    if (!done) this.expectNothing();
  }

  cancelHandoff(): Promise<boolean> {
    this.expectNothing();
    return this.act("DELETE", "handoff");
  }

  askForCallback(): Promise<boolean> {
    return this.act("POST", "handoff", { reason: "manual", callback: true });
  }

  giveContact(contact: Contact): Promise<boolean> {
    return this.act("PUT", "contact", contact);
  }

  async rate(score: number): Promise<void> {
    this.rated.value = score;
    if (await this.act("POST", "rating", { score })) this.options.session.change({ rated: score });
    else this.rated.value = null;
  }

  decline(reason: string): void {
    this.declined.value = [...this.declined.value, reason];
    this.options.session.change({ declined: [...this.declined.value] });
  }

  /** The team's availability, counted now. */
  availability() {
    const { config } = this.options;
    const said = this.log.conversation.value?.availability ?? config.availability;
    return availabilityNow(this.stateCore, { ...config, availability: said }, new Date());
  }

  /** Everything up to here has been seen. */
  markSeen(): void {
    this.options.session.change({ seen: this.log.upTo });
  }

  get seen(): number {
    return this.options.session.read()?.seen ?? 0;
  }

  wake(): void {
    this.connection.wake();
    this.queue.wake();
  }

  /** Another tab of this browser has started or ended the conversation. */
  sessionChanged(): void {
    const stored = this.options.session.read();
    if (!stored || stored.conversation === this.session?.conversation) return;
    this.session = stored;
    this.log.clear();
    this.typing.clear();
    void this.load();
  }

  stop(): void {
    this.connection.close();
    this.queue.stop();
    this.typing.clear();
    if (this.refreshing) clearTimeout(this.refreshing);
    this.expectNothing();
  }

  private path(id: string, rest = ""): string {
    return `/v1/conversations/${encodeURIComponent(id)}${rest && `/${rest}`}`;
  }

  private async load(): Promise<void> {
    const session = this.session;
    if (!session) return;
    this.loading.value = true;
    this.declined.value = session.declined;
    this.rated.value = session.rated ?? null;
    try {
      const { conversation, events } = await this.options.api.get<{
        conversation: Conversation;
        events: ConversationEvent[];
      }>(this.path(session.conversation));
      this.log.load(conversation, events);
      for (const event of events) if (event.client_id) this.queue.confirm(event.client_id);
    } catch (error) {
      if (error instanceof ApiError && !error.passing) return this.startAnew();
      // The stream brings everything when the network is back.
    } finally {
      this.loading.value = false;
    }
    this.connection.open(session.conversation);
  }

  /** The conversation is made with the first message or wish, not before. */
  private create(): Promise<Session> {
    const other = this.options.session.read();
    if (other && !this.session) this.session = other;
    if (this.session) return Promise.resolve(this.session);
    this.creating ??= this.createNow().finally(() => {
      this.creating = null;
    });
    return this.creating;
  }

  private async createNow(): Promise<Session> {
    const { api, config, session } = this.options;
    const body = {
      locale: this.locale,
      timezone: ownTimeZone(),
      page: this.options.page(),
      attributes: this.attributes,
      ...(this.identity ? { identity: this.identity } : {}),
    };
    const path = `/v1/sites/${encodeURIComponent(config.site.id)}/conversations`;
    const created = await api.post<Created>(path, body);
    this.session = session.start(created.conversation.id, created.visitor_token);
    this.log.confirm(created.conversation);
    this.connection.open(created.conversation.id);
    return this.session;
  }

  private async deliver(message: Pending): Promise<void> {
    const session = await this.create();
    const { client_id, text } = message;
    const path = this.path(session.conversation, "messages");
    const { event } = await this.options.api
      .post<{ event: ConversationEvent }>(path, { client_id, text })
      .catch((error: unknown) => this.tooLate(error));
    // The stream brings it too; whichever is first shows it.
    const result = event ? this.log.add(event) : "known";
    if (result === "added") this.noticed(event);
    if (result === "gap") await this.refresh();
  }

  /** A conversation closed long ago takes no more messages: the queue is told that it is gone, and starts a new one. */
  private tooLate(error: unknown): never {
    const closed = this.log.conversation.value?.state === "closed";
    if (closed && error instanceof ApiError && error.status === 409)
      throw new ApiError({ title: "closed for good", status: 404 });
    throw error;
  }

  /** One action on the conversation; a failure is shown, not thrown. */
  private async act(method: string, rest: string, body?: object): Promise<boolean> {
    this.actionFailed.value = false;
    try {
      const session = await this.create();
      const path = this.path(session.conversation, rest);
      const answer = await this.options.api.request<{ conversation?: Conversation } | undefined>(
        method,
        path,
        body,
      );
      if (answer.body?.conversation) this.log.confirm(answer.body.conversation);
      return true;
    } catch (error) {
      this.refusal = error instanceof ApiError ? error.problem : null;
      this.actionFailed.value = true;
      return false;
    }
  }

  private async tellTyping(): Promise<void> {
    const session = this.session;
    if (!session || this.log.conversation.value?.state !== "human") return;
    await this.options.api
      .post(this.path(session.conversation, "typing"), { active: true })
      .catch(() => {});
  }

  private receive(event: ConversationEvent): void {
    const result = this.log.add(event);
    if (result === "gap") this.refreshSoon();
    if (result === "added") this.noticed(event);
  }

  private noticed(event: ConversationEvent): void {
    if (event.client_id) this.queue.confirm(event.client_id);
    this.typing.noticed(event);
    if (stateOf(event.type)) {
      this.expectNothing();
      this.refreshSoon();
    }
    this.options.announce?.("event", event);
  }

  /** Asks for the server's own view a moment after the state changed: place, wait, availability. */
  private refreshSoon(): void {
    if (this.refreshing) clearTimeout(this.refreshing);
    this.refreshing = setTimeout(() => void this.refresh(), 150);
  }

  private async refresh(): Promise<void> {
    const session = this.session;
    if (!session) return;
    try {
      const { conversation, events } = await this.options.api.get<{
        conversation: Conversation;
        events: ConversationEvent[];
      }>(`${this.path(session.conversation)}?after=${this.log.upTo}`);
      for (const event of events) this.receive(event);
      this.log.confirm(conversation);
    } catch {
      // The stream goes on; the next change asks again.
    }
  }

  private expect(): void {
    const availability = this.availability();
    this.expected.value = availability && !availability.available ? "callback" : "waiting";
    if (this.expectationEnds) clearTimeout(this.expectationEnds);
    this.expectationEnds = setTimeout(() => this.expectNothing(), expectationMilliseconds);
  }

  private expectNothing(): void {
    if (this.expectationEnds) clearTimeout(this.expectationEnds);
    this.expectationEnds = null;
    this.expected.value = null;
  }

  /** The conversation is gone: what is on its way goes into a new one. */
  private startAnew(): void {
    this.connection.close();
    this.options.session.clear();
    this.session = null;
    this.log.clear();
    this.typing.clear();
    this.expectNothing();
  }
}
