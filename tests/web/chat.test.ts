// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiClient } from "../../web/shared/api-client";
import { Chat } from "../../web/widget/state/chat";
import { SessionStore } from "../../web/widget/state/session-store";
import { FakeServer } from "./support/fake-server";
import { memoryStorage } from "./support/memory-storage";

let server: FakeServer;
let base: string;
let open: Chat[];

beforeEach(async () => {
  server = new FakeServer();
  base = await server.start();
  open = [];
});

afterEach(async () => {
  for (const chat of open) chat.stop();
  await server.stop();
});

function visit(local = memoryStorage(), tab = memoryStorage()): Chat {
  const api = new ApiClient({ base, headers: () => chat.headers() });
  const chat: Chat = new Chat({
    api,
    config: server.config,
    session: new SessionStore(local, "default"),
    tabStorage: tab,
    locale: "en",
    page: () => ({ url: "https://shop.example/" }),
  });
  open.push(chat);
  return chat;
}

const texts = (chat: Chat) => chat.log.events.value.map(({ text }) => text).filter(Boolean);
const state = (chat: Chat) => chat.log.conversation.value?.state;
const requests = (pattern: RegExp) =>
  server.requests.filter(({ method, path }) => pattern.test(`${method} ${path}`));

describe("a visitor's conversation", () => {
  it("is made with the first message, not before", async () => {
    const chat = visit();
    await chat.resume();
    expect(server.requests).toEqual([]);
    chat.send("Hello");
    await vi.waitFor(() => expect(texts(chat)).toEqual(["Hello"]));
    expect(requests(/POST .*conversations$/)[0]?.body).toMatchObject({
      locale: "en",
      timezone: expect.any(String),
      page: { url: "https://shop.example/" },
    });
    expect(requests(/messages/)[0]?.headers.authorization).toBe(`Bearer ${server.token}`);
    expect(server.requests.map(({ path }) => path).join()).not.toContain(server.token);
  });

  it("is picked up again, and shows nothing twice", async () => {
    const local = memoryStorage();
    const first = visit(local);
    first.send("Hello");
    await vi.waitFor(() => expect(texts(first)).toEqual(["Hello"]));
    first.stop();
    const again = visit(local);
    await again.resume();
    await vi.waitFor(() => expect(server.streamCount).toBeGreaterThan(0));
    server.push({ type: "message", author: "ai", text: "Hi" });
    await vi.waitFor(() => expect(texts(again)).toEqual(["Hello", "Hi"]));
  });

  it("goes on after the connection broke, without a hole", async () => {
    const chat = visit();
    chat.send("Hello");
    await vi.waitFor(() => expect([texts(chat), server.streamCount]).toEqual([["Hello"], 1]));
    server.dropStreams();
    server.push({ type: "message", author: "ai", text: "missed" });
    await vi.waitFor(() => expect(server.streamCount).toBe(1), { timeout: 5_000 });
    server.push({ type: "message", author: "ai", text: "live" });
    await vi.waitFor(() => expect(texts(chat)).toEqual(["Hello", "missed", "live"]));
  });

  it("starts anew when the server does not know it any more, and loses no message", async () => {
    const local = memoryStorage();
    local.write("handoff:default", { conversation: "gone", token: server.token });
    const chat = visit(local);
    await chat.resume();
    expect(local.read("handoff:default")).toBeNull();
    chat.send("Still here");
    await vi.waitFor(() => expect(texts(chat)).toEqual(["Still here"]));
  });

  it("tells at once that a person is fetched, and takes it back when the server refuses", async () => {
    const chat = visit();
    server.failures.push({ path: /POST .*handoff/, status: 503 });
    const asked = chat.requestHuman();
    expect(chat.voice.value).toBe("waiting");
    await asked;
    expect(chat.voice.value).toBe("ai");
    expect(chat.actionFailed.value).toBe(true);
  });

  it("says honestly that nobody is there before the server has answered", async () => {
    server.config.availability = {
      at: "",
      open: false,
      available: false,
      closes_at: null,
      opens_at: null,
      reason: "hours",
    };
    const chat = visit();
    const asked = chat.requestHuman();
    expect(chat.voice.value).toBe("callback");
    await asked;
    await vi.waitFor(() => expect(state(chat)).toBe("callback"));
    await chat.giveContact({ email: "jonas@lindqvist.example" });
    await vi.waitFor(() =>
      expect(chat.log.conversation.value?.contact?.email).toBe("jonas@lindqvist.example"),
    );
  });

  it("reacts to the wish for a person by the core's word alone", () => {
    const chat = visit();
    const detect = vi.fn(() => ({ verdict: "handoff" }));
    chat.takeDetection({ detect } as unknown as Parameters<Chat["takeDetection"]>[0]);
    server.failures.push({ path: /POST/, status: 0 });
    chat.send("I want a human");
    expect(chat.voice.value).toBe("waiting");
    expect(requests(/./)).toEqual([]);
    expect(detect).toHaveBeenCalledWith(
      { messages: [{ author: "visitor", text: "I want a human" }] },
      { triggers: {} },
    );
  });

  it("waits, is taken over, cancelled and called back as the server says", async () => {
    const chat = visit();
    await chat.requestHuman();
    await vi.waitFor(() => expect(chat.log.conversation.value?.handoff?.position).toBe(2));
    expect(await chat.cancelHandoff()).toBe(true);
    await vi.waitFor(() => expect(state(chat)).toBe("ai"));
    await chat.askForCallback();
    expect(requests(/POST .*handoff/)[1]?.body).toEqual({ reason: "manual", callback: true });
    await vi.waitFor(() => expect(state(chat)).toBe("callback"));
    const owner = { id: "a1", name: "Ana" };
    server.push({ type: "taken_over", agent: owner }, { state: "human", owner });
    await vi.waitFor(() => expect(chat.log.conversation.value?.owner?.name).toBe("Ana"));
  });

  async function asked(): Promise<Chat> {
    const chat = visit();
    chat.send("Hello");
    await vi.waitFor(() => expect([texts(chat), server.streamCount]).toEqual([["Hello"], 1]));
    return chat;
  }
  const growing = (chat: Chat) => chat.typing.answer.now.value;

  /** The AI writes, and this much of it is seen. */
  async function writes(chat: Chat, text: string): Promise<void> {
    server.ephemeral("typing", { author: "ai", active: true });
    server.ephemeral("ai.partial", { text, epoch: 1 });
    await vi.waitFor(() => expect(growing(chat)?.text).toBe(text));
  }

  it("shows an answer grow until it is a message", async () => {
    const chat = await asked();
    await writes(chat, "Yes.");
    server.push({ type: "wait.updated" });
    server.ephemeral("typing", { author: "ai", active: false });
    await vi.waitFor(() => expect(chat.typing.other.value).toBeNull());
    expect(growing(chat)?.text).toBe("Yes.");
    const { seq } = server.push({ type: "message", author: "ai", text: "Yes. There is." });
    await vi.waitFor(() => expect(growing(chat)).toBeNull());
    expect(texts(chat)).toEqual(["Hello", "Yes. There is."]);
    expect([...chat.typing.grown]).toEqual([seq]);
  });

  it.each(["before", "after"])(
    "withdraws what grew when a person takes over (%s)",
    async (when) => {
      const chat = await asked();
      await writes(chat, "Yes.");
      const owner = { id: "a1", name: "Ana" };
      if (when === "before") server.ephemeral("ai.withdrawn", {});
      server.push({ type: "taken_over", agent: owner }, { state: "human", owner, epoch: 2 });
      if (when === "after") server.ephemeral("ai.withdrawn", {});
      server.ephemeral("ai.partial", { text: "Yes. Too late.", epoch: 1 });
      await vi.waitFor(() => expect(state(chat)).toBe("human"));
      await vi.waitFor(() =>
        expect(growing(chat)).toMatchObject({ text: "Yes.", after: 1, withdrawn: true }),
      );
      server.push({ type: "message", author: "agent", agent: owner, text: "I am Ana." });
      await vi.waitFor(() => expect(texts(chat)).toContain("I am Ana."));
      expect(growing(chat)).toMatchObject({ text: "Yes.", withdrawn: true });
    },
  );

  it("forgets what grew when the connection breaks, and hears it whole afterwards", async () => {
    const chat = await asked();
    await writes(chat, "Yes.");
    server.dropStreams();
    await vi.waitFor(() => expect(growing(chat)).toBeNull());
    await vi.waitFor(() => expect(server.streamCount).toBe(1), { timeout: 5_000 });
    await writes(chat, "Yes. There is.");
  });

  it("forgets what grew when the log comes anew", async () => {
    const chat = await asked();
    await writes(chat, "Yes.");
    server.ephemeral("reset", { as_of_seq: 1 });
    await vi.waitFor(() => expect(growing(chat)).toBeNull());
  });
});
