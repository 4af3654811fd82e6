import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Conversation, ConversationEvent } from "../../../web/shared/types";
import type { WidgetConfig } from "../../../web/widget/config";
import { serveFile } from "./static-files";

interface Stream {
  response: ServerResponse;
  conversation: string;
}

export interface SeenRequest {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown>;
}

const hour = 3_600_000;

/** The visitor's half of the HTTP contract in memory, with strings to pull: a stand-in for the server in tests. */
export class FakeServer {
  readonly token = "visitor-token";
  readonly requests: SeenRequest[] = [];
  /** Answers of this status instead of the real ones, first in first out; 0 breaks the connection. */
  readonly failures: { path: RegExp; status: number }[] = [];
  config: WidgetConfig = {
    site: { id: "default", name: "Mara's Bikes", locale: "en" },
    callback: { within_hours: 4, count: "working", ask: ["name", "email"] },
    availability: {
      at: new Date().toISOString(),
      open: true,
      available: true,
      closes_at: null,
      opens_at: null,
      reason: "always",
    },
  };
  conversation: Conversation | null = null;
  events: ConversationEvent[] = [];
  /** Folder of the built web files, served with the strict policy of the real server; empty: none. */
  files = "";
  allowWasm = true;
  private streams: Stream[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, "127.0.0.1", ready));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.dropStreams();
    this.server.closeAllConnections();
    await new Promise((ready) => this.server.close(ready));
  }

  dropStreams(): void {
    for (const { response } of this.streams) response.destroy();
    this.streams = [];
  }

  get streamCount(): number {
    return this.streams.length;
  }

  /** Appends an event to the log, folds what a widget reads of it, and sends it to the open streams. */
  push(event: Partial<ConversationEvent> & { type: string }, change: Partial<Conversation> = {}) {
    const seq = this.events.length + 1;
    const full = {
      seq,
      at: new Date().toISOString(),
      author: "system",
      ...event,
    } as ConversationEvent;
    this.events.push(full);
    if (this.conversation)
      this.conversation = {
        ...this.conversation,
        ...change,
        as_of_seq: seq,
        updated_at: full.at ?? "",
      };
    this.send(full.type, full, seq);
    return full;
  }

  /** An event without a seq. */
  ephemeral(type: string, data: object): void {
    this.send(type, data, null);
  }

  private send(type: string, data: object, seq: number | null): void {
    const id = seq === null ? "" : `id: g1:${seq}\n`;
    for (const { response } of this.streams)
      response.write(`${id}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://fake");
    if (this.files && !url.pathname.startsWith("/v1/"))
      return serveFile(this.files, url.pathname, this.allowWasm, response);
    const body = await readBody(request);
    const method = request.method ?? "GET";
    this.requests.push({ method, path: url.pathname, headers: request.headers, body });
    const failure = this.failures.findIndex(({ path }) => path.test(`${method} ${url.pathname}`));
    if (failure >= 0) return this.fail(response, this.failures.splice(failure, 1)[0]?.status ?? 0);
    this.route(method, url, request, body, response);
  }

  private fail(response: ServerResponse, status: number): void {
    if (status === 0) response.destroy();
    else reply(response, status, { title: "made to fail", status });
  }

  private route(
    method: string,
    url: URL,
    request: IncomingMessage,
    body: Record<string, unknown>,
    response: ServerResponse,
  ): void {
    const [, , collection, id, action] = url.pathname.split("/");
    if (collection === "sites" && action === "widget") return reply(response, 200, this.config);
    if (collection === "sites") return this.create(body, response);
    if (request.headers.authorization !== `Bearer ${this.token}`)
      return reply(response, 401, { title: "Unauthorized", status: 401 });
    if (!this.conversation || id !== this.conversation.id)
      return reply(response, 404, { title: "Not found", status: 404 });
    if (action === "events") return this.follow(url, request, response);
    if (action === "messages") return this.message(body, response);
    if (action === "handoff") this.handoff(method, body);
    if (action === "contact") {
      const contact = { ...this.conversation.contact, ...body };
      this.push({ type: "contact.given", contact: body }, { contact });
    }
    const after = Number(url.searchParams.get("after") ?? 0);
    reply(response, 200, {
      conversation: this.conversation,
      events: this.events.filter(({ seq }) => seq > after),
      as_of_seq: this.events.length,
    });
  }

  private create(body: Record<string, unknown>, response: ServerResponse): void {
    const now = new Date().toISOString();
    this.events = [];
    this.conversation = {
      id: `c${this.requests.length}`,
      site: "default",
      state: "ai",
      epoch: 1,
      owner: null,
      created_at: now,
      updated_at: now,
      as_of_seq: 0,
      locale: String(body.locale ?? "en"),
      contact: null,
      handoff: null,
      callback: null,
    };
    reply(response, 201, { conversation: this.conversation, visitor_token: this.token });
  }

  private message(body: Record<string, unknown>, response: ServerResponse): void {
    const known = this.events.find(({ client_id }) => client_id === body.client_id);
    if (known) return reply(response, 200, { event: known });
    const { client_id, text } = body as { client_id: string; text: string };
    const event = this.push({ type: "message", author: "visitor", client_id, text });
    reply(response, 201, { event });
  }

  private handoff(method: string, body: Record<string, unknown>): void {
    const now = new Date().toISOString();
    if (method === "DELETE") {
      this.push({ type: "handoff.cancelled" }, { state: "ai", handoff: null, callback: null });
    } else if (body.callback === true || !this.config.availability?.available) {
      const due_at = new Date(Date.now() + 4 * hour).toISOString();
      const callback = { due_at, promised_at: now, state: "open" as const };
      this.push({ type: "callback.promised", due_at }, { state: "callback", callback });
    } else {
      const handoff = { id: "h1", reason: "user_request" as const, requested_at: now, position: 2 };
      const wait = { p50_seconds: 120, p90_seconds: 300 };
      this.push(
        { type: "handoff.requested", handoff_id: "h1", reason: "user_request" },
        { state: "waiting", handoff: { ...handoff, wait } },
      );
    }
  }

  private follow(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const last = String(request.headers["last-event-id"] ?? "").split(":")[1];
    const after = Number(last ?? url.searchParams.get("after") ?? 0);
    const missed = this.events.filter(({ seq }) => seq > after);
    if (request.headers.accept !== "text/event-stream")
      return reply(response, 200, { events: missed, as_of_seq: this.events.length });
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(": hello\n\n");
    const stream = { response, conversation: this.conversation?.id ?? "" };
    this.streams.push(stream);
    response.on("close", () => {
      this.streams = this.streams.filter((open) => open !== stream);
    });
    for (const event of missed)
      response.write(
        `id: g1:${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`,
      );
  }
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}
