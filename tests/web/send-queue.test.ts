import { describe, expect, it } from "vitest";
import { ApiError } from "../../web/shared/api-error";
import { type Pending, SendQueue } from "../../web/widget/state/send-queue";
import { HandClock, settled } from "./support/hand-clock";
import { memoryStorage } from "./support/memory-storage";

const refused = (status: number, retryAfter: number | null = null) =>
  new ApiError({ title: "refused", status }, retryAfter);

function setup() {
  const clock = new HandClock();
  const storage = memoryStorage();
  const sent: Pending[] = [];
  const failures: ApiError[] = [];
  let lost = 0;
  const make = () =>
    new SendQueue({
      send: async (message) => {
        const failure = failures.shift();
        if (failure) throw failure;
        sent.push(message);
      },
      onLost: () => {
        lost += 1;
      },
      storage,
      key: "pending",
      clock,
    });
  return { clock, storage, sent, failures, make, queue: make(), lost: () => lost };
}

const texts = (messages: readonly Pending[]) => messages.map(({ text }) => text);

describe("SendQueue", () => {
  it("sends one after the other, in order", async () => {
    const { queue, sent } = setup();
    queue.add("one");
    queue.add("two");
    await settled();
    expect(texts(sent)).toEqual(["one", "two"]);
    expect(queue.pending.value).toEqual([]);
  });

  it("keeps the order and the client ids over a lost network", async () => {
    const { queue, sent, failures, clock } = setup();
    failures.push(refused(0), refused(503));
    const first = queue.add("one");
    queue.add("two");
    await settled();
    expect(sent).toEqual([]);
    expect(queue.pending.value.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
    await clock.move(5_000);
    expect(texts(sent)).toEqual(["one", "two"]);
    expect(sent[0]?.client_id).toBe(first.client_id);
  });

  it("waits as long as the server asks", async () => {
    const { queue, sent, failures, clock } = setup();
    failures.push(refused(429, 7));
    queue.add("one");
    await settled();
    await clock.move(6_900);
    expect(sent).toEqual([]);
    await clock.move(200);
    expect(texts(sent)).toEqual(["one"]);
  });

  it("marks a refused message and lets the next one pass", async () => {
    const { queue, sent, failures } = setup();
    failures.push(refused(422));
    const bad = queue.add("bad");
    queue.add("good");
    await settled();
    expect(texts(sent)).toEqual(["good"]);
    expect(queue.pending.value).toMatchObject([{ client_id: bad.client_id, state: "failed" }]);
    queue.retry(bad.client_id);
    await settled();
    expect(sent[1]?.client_id).toBe(bad.client_id);
  });

  it("asks for a new conversation when the old one is gone, and sends again", async () => {
    const { queue, sent, failures, clock, lost } = setup();
    failures.push(refused(404));
    queue.add("one");
    await settled();
    expect(lost()).toBe(1);
    await clock.move(1_000);
    expect(texts(sent)).toEqual(["one"]);
  });

  it("survives a reload, also in the middle of sending", async () => {
    const { queue, make, failures, sent } = setup();
    failures.push(refused(0));
    queue.add("one");
    await settled();
    const again = make();
    expect(again.pending.value.map(({ state }) => state)).toEqual(["waiting"]);
    await again.flush();
    expect(texts(sent)).toEqual(["one"]);
    expect(make().pending.value).toEqual([]);
  });

  it("forgets a message that the log already holds", async () => {
    const { queue, failures, clock, sent } = setup();
    failures.push(refused(0));
    const message = queue.add("one");
    await settled();
    queue.confirm(message.client_id);
    await clock.move(60_000);
    expect(sent).toEqual([]);
  });
});
