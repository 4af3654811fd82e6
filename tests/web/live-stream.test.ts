import { describe, expect, it } from "vitest";
import type { StreamEvent } from "../../web/shared/event-stream-parser";
import { type LiveState, LiveStream, type LiveStreamOptions } from "../../web/shared/live-stream";
import { HandClock, settled } from "./support/hand-clock";

interface Connection {
  headers: Record<string, string>;
  url: string;
  say: (text: string) => Promise<void>;
  end: () => Promise<void>;
  aborted: () => boolean;
}

/** A stream over a fetch that the test answers by hand. */
function setup(options: Partial<LiveStreamOptions> = {}) {
  const clock = new HandClock();
  const connections: Connection[] = [];
  const events: StreamEvent[] = [];
  const states: LiveState[] = [];
  const refusals: number[] = [];
  const answers: (number | "unreachable")[] = [];
  const fetchByHand = async (url: unknown, init: RequestInit = {}) => {
    const answer = answers.shift() ?? 200;
    const signal = init.signal as AbortSignal;
    let stream: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        stream = controller;
        signal.addEventListener("abort", () => controller.error(new Error("aborted")));
      },
    });
    connections.push({
      url: String(url),
      headers: init.headers as Record<string, string>,
      say: async (text) => {
        stream.enqueue(new TextEncoder().encode(text));
        await settled();
      },
      end: async () => {
        stream.close();
        await settled();
      },
      aborted: () => signal.aborted,
    });
    if (answer === "unreachable") throw new TypeError("no network");
    return { ok: answer === 200, status: answer, body } as unknown as Response;
  };
  const live = new LiveStream({
    url: "/events",
    onEvent: (event) => events.push(event),
    onState: (state) => states.push(state),
    onRefused: (status) => refusals.push(status),
    clock,
    fetch: fetchByHand as typeof fetch,
    ...options,
  });
  const connection = (index: number) => connections[index] as Connection;
  return { live, clock, connections, connection, events, states, refusals, answers };
}

describe("LiveStream", () => {
  it("hands over events and resumes after the last id", async () => {
    const { live, clock, connection, connections, events, states } = setup();
    live.start();
    await settled();
    await connection(0).say("id: g1:4\nevent: message\ndata: {}\n\nevent: typing\ndata: {}\n\n");
    await connection(0).end();
    await clock.move(1_000);
    expect(events.map(({ type }) => type)).toEqual(["message", "typing"]);
    expect(connections).toHaveLength(2);
    expect(connection(0).headers["Last-Event-ID"]).toBeUndefined();
    expect(connection(1).headers["Last-Event-ID"]).toBe("g1:4");
    expect(states).toEqual(["connecting", "live", "away", "connecting"]);
  });

  it("does not send a cursor again that the server has reset", async () => {
    const { live, clock, connection } = setup();
    live.start();
    await settled();
    await connection(0).say("id: g1:4\ndata: {}\n\nevent: reset\ndata: {}\n\n");
    await connection(0).end();
    await clock.move(1_000);
    expect(connection(1).headers["Last-Event-ID"]).toBeUndefined();
  });

  it("gives up a connection that is silent for 45 s", async () => {
    const { live, clock, connection, connections } = setup();
    live.start();
    await settled();
    await connection(0).say(": hello\n\n");
    await clock.move(44_000);
    await connection(0).say(": still here\n\n");
    await clock.move(44_000);
    expect(connection(0).aborted()).toBe(false);
    await clock.move(1_001);
    expect(connection(0).aborted()).toBe(true);
    await clock.move(1_000);
    expect(connections).toHaveLength(2);
  });

  it("waits longer after each failure, at most 30 s", async () => {
    const { live, clock, answers } = setup();
    answers.push(...Array.from({ length: 9 }, () => "unreachable" as const));
    live.start();
    await settled();
    const pauses: number[] = [];
    for (let i = 0; i < 9; ++i) {
      pauses.push(clock.next ?? 0);
      await clock.move(clock.next ?? 0);
    }
    expect(pauses.slice(0, 4)).toEqual([375, 750, 1500, 3000]);
    expect(Math.max(...pauses)).toBe(22_500);
  });

  it.each([401, 403, 404])("stops for good when refused with %i", async (status) => {
    const { live, clock, answers, connections, refusals, states } = setup();
    answers.push(status);
    live.start();
    await settled();
    await clock.move(100_000);
    expect(connections).toHaveLength(1);
    expect(refusals).toEqual([status]);
    expect(states).toEqual(["connecting", "ended"]);
  });

  it("connects at once when told that the network is back", async () => {
    const { live, answers, connections } = setup();
    answers.push("unreachable");
    live.start();
    await settled();
    live.retryNow();
    await settled();
    expect(connections).toHaveLength(2);
  });

  it("turns to long polls after two streams without a byte", async () => {
    let polls = 0;
    const { live, clock, connection, states } = setup({
      poll: async () => {
        polls += 1;
        if (polls === 2) live.stop();
      },
    });
    live.start();
    await settled();
    await connection(0).end();
    await clock.move(1_000);
    await connection(1).end();
    await clock.move(2_000);
    expect(polls).toBe(2);
    expect(states).toContain("polling");
  });

  it("is silent after stop", async () => {
    const { live, clock, connection, connections } = setup();
    live.start();
    await settled();
    live.stop();
    await clock.move(100_000);
    expect(connection(0).aborted()).toBe(true);
    expect(connections).toHaveLength(1);
  });
});
