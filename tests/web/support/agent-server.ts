import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Promised } from "../../../web/dashboard/model/promise";
import type { InboxItem, LogEvent } from "../../../web/dashboard/model/types";
import { NotificationStub } from "./notification-stub";
import { serveFile } from "./static-files";

const person = { id: "a1", name: "Ana Popescu", email: "ana@example.com" };
const radu = { id: "a2", name: "Radu Ionescu" };

type Body = Record<string, string>;
export type Answer = [status: number, body: unknown];

/** The agents' half of the HTTP contract in memory, with strings to pull: a stand-in for the server in tests. */
export class AgentServer {
  readonly conversations = new Map<string, { item: InboxItem; events: LogEvent[] }>();
  /** Each POST that arrived, also those that were broken off. */
  readonly posted: { path: string; body: Body }[] = [];
  files = "";
  signedIn = true;
  role: "admin" | "agent" = "admin";
  /** What a request such as `GET /v1/ai` is answered, perhaps later. */
  readonly answers = new Map<string, Answer | Promise<Answer>>();
  /** The next takeover finds that Radu was faster. */
  raduIsFaster = false;
  /** What `GET /v1/callbacks` lists, by state. */
  callbacks: Record<string, Promised[]> = {};
  /** What was sent, and tests of the channels. */
  readonly notifications = new NotificationStub();
  /** For web push; null: not set up. */
  pushKey: string | null = null;
  /** This many requests lose their connection after they arrived. */
  broken = 0;
  private readonly streams = new Map<string, Set<ServerResponse>>();
  private readonly server: Server = createServer(
    (request, response) => void this.handle(request, response),
  );

  async start(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, "127.0.0.1", ready));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((ready) => this.server.close(ready));
  }

  add(item: InboxItem, events: Omit<LogEvent, "seq">[]): void {
    this.conversations.set(item.id, { item, events: [] });
    this.push(item.id, {}, ...events);
  }

  /** Adds events, changes the conversation, and tells everybody who listens. */
  push(id: string, change: Partial<InboxItem>, ...events: Omit<LogEvent, "seq">[]): void {
    const entry = this.conversations.get(id);
    if (!entry) throw new Error(`no conversation ${id}`);
    for (const event of events) {
      const whole = { at: new Date().toISOString(), ...event, seq: entry.events.length + 1 };
      entry.events.push(whole);
      this.tell(id, whole.type, whole, `g:${whole.seq}`);
    }
    const epoch = entry.item.epoch + (change.state ? 1 : 0);
    entry.item = { ...entry.item, epoch, ...change, as_of_seq: entry.events.length };
    this.tell("inbox", "conversation", entry.item, `g:${Date.now()}`);
  }

  /** An event without a number, in one conversation. */
  ephemeral(id: string, type: string, data: object): void {
    this.tell(id, type, data, null);
  }

  /** How many streams are open: of one conversation, or of the inbox. */
  listeners(topic: string): number {
    return this.streams.get(topic)?.size ?? 0;
  }

  private get ana() {
    return { ...person, role: this.role };
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://server");
    if (url.pathname.startsWith("/assets/") || url.pathname === "/service-worker.js")
      return serveFile(this.files, url.pathname, true, response);
    if (!url.pathname.startsWith("/v1/"))
      return serveFile(this.files, "/dashboard/index.html", true, response);
    let text = "";
    for await (const chunk of request) text += chunk;
    const body = text ? (JSON.parse(text) as Body) : {};
    if (request.method === "POST") this.posted.push({ path: url.pathname, body });
    const saysSo = request.method === "GET" || request.headers["x-handoff-request"] === "1";
    if (request.method === "POST" && url.pathname.endsWith("messages") && this.broken-- > 0)
      return void request.socket.destroy();
    if (this.signedIn && url.pathname.endsWith("/events")) return this.stream(url, response);
    const prepared = this.signedIn && this.answers.get(`${request.method} ${url.pathname}`);
    const [status, answer] = saysSo
      ? await (prepared || this.answer(request.method ?? "", url, body))
      : [403, {}];
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(status === 204 ? undefined : JSON.stringify(answer));
  }

  private answer(method: string, url: URL, body: Body): Answer {
    const path = url.pathname;
    if (path === "/v1/session" && method === "POST") {
      this.signedIn = body.password === "right" || body.link === "once";
      return this.signedIn ? [200, { agent: this.ana }] : [401, { title: "Unauthorized" }];
    }
    if (!this.signedIn) return [401, { title: "Unauthorized" }];
    if (path === "/v1/session") return [method === "DELETE" ? 204 : 200, { agent: this.ana }];
    if (path === "/v1/push-subscriptions") return this.pushSubscriptions(method);
    if (path === "/v1/inbox") return [200, this.inbox()];
    if (path === "/v1/callbacks")
      return [200, { items: this.callbacks[url.searchParams.get("state") ?? "open"] ?? [] }];
    const told = this.notifications.answer(method, url, body);
    if (told) return told;
    const [, id = "", action = ""] = /^\/v1\/conversations\/([^/]+)\/?(.*)$/.exec(path) ?? [];
    const entry = this.conversations.get(id);
    if (!entry) return [404, { title: "Not found" }];
    if (!action) return [200, { conversation: entry.item, events: entry.events }];
    return this.act(id, action, body);
  }

  private pushSubscriptions(method: string): Answer {
    if (method === "GET") return [200, { public_key: this.pushKey, subscribed: 0 }];
    return method === "POST" ? [201, { id: "p_1" }] : [204, undefined];
  }

  private act(id: string, action: string, body: Body): Answer {
    const { ana } = this;
    const entry = this.conversations.get(id);
    if (action === "takeover" && this.raduIsFaster) {
      this.push(id, { state: "human", owner: radu }, { type: "taken_over", agent: radu });
      return [409, { title: "Taken", owner: radu }];
    }
    if (action === "takeover")
      this.push(id, { state: "human", owner: ana }, { type: "taken_over", agent: ana });
    if (action === "return")
      this.push(id, { state: "ai", owner: null }, { type: "returned_to_ai", agent: ana, ...body });
    if (action !== "messages" && action !== "notes")
      return [200, { conversation: this.conversations.get(id)?.item }];
    const type = action === "notes" ? "note" : "message";
    const known = entry?.events.find((event) => event.client_id === body.client_id);
    if (!known) this.push(id, {}, { type, author: "agent", agent: ana, ...body });
    return [known ? 200 : 201, { event: known ?? entry?.events[entry.events.length - 1] }];
  }

  private inbox() {
    const items = [...this.conversations.values()].map((entry) => entry.item);
    const agents = [person, radu].map(({ id, name }) => ({ id, name, status: "online" }));
    const site = { id: "default", name: "Mara's Bikes", timezone: "Europe/Bucharest" };
    return { items, next_cursor: null, agents, site };
  }

  private stream(url: URL, response: ServerResponse): void {
    const topic = /conversations\/([^/]+)/.exec(url.pathname)?.[1] ?? "inbox";
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write(topic === "inbox" ? "event: reset\ndata: {}\n\n" : ": hello\n\n");
    const listeners = this.streams.get(topic) ?? new Set();
    this.streams.set(topic, listeners.add(response));
    response.on("close", () => listeners.delete(response));
  }

  private tell(topic: string, type: string, data: unknown, id: string | null): void {
    const name = id === null ? "" : `id: ${id}\n`;
    for (const stream of this.streams.get(topic) ?? [])
      stream.write(`${name}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}
