import { describe, expect, it } from "vitest";
import type { Conversation, ConversationEvent } from "../../web/shared/types";
import type { Reducer } from "../../web/widget/state/fold";
import { LogStore } from "../../web/widget/state/log-store";
import { conversation } from "./support/conversation";

const event = (seq: number, type = "message", more: Partial<ConversationEvent> = {}) =>
  ({ seq, type, at: "2026-11-23T10:00:00Z", author: "system", ...more }) as ConversationEvent;

function store(reducer: Reducer | null = null) {
  const log = new LogStore(() => reducer);
  log.load(conversation(), []);
  return log;
}

const state = (log: LogStore) => log.conversation.value?.state;

describe("LogStore", () => {
  it("adds each event once and reports a gap", () => {
    const log = store();
    expect(log.add(event(1))).toBe("added");
    expect(log.add(event(1))).toBe("known");
    expect(log.add(event(3))).toBe("gap");
    expect(log.add(event(2, "hidden"))).toBe("added");
    expect(log.events.value.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it("folds without the core what a visitor sees", () => {
    const log = store();
    log.add(event(1, "handoff.requested", { handoff_id: "h1", reason: "complaint" }));
    expect(state(log)).toBe("waiting");
    log.add(event(2, "wait.updated", { position: 3, wait: { p50_seconds: 60, p90_seconds: 120 } }));
    expect(log.conversation.value?.handoff?.position).toBe(3);
    log.add(event(3, "taken_over", { agent: { id: "a1", name: "Ana" } }));
    expect(log.conversation.value?.owner?.name).toBe("Ana");
    log.add(event(4, "returned_to_ai"));
    expect(log.conversation.value).toMatchObject({
      state: "ai",
      owner: null,
      epoch: 4,
      as_of_seq: 4,
    });
    log.add(event(5, "callback.promised", { due_at: "2026-11-23T14:00:00Z" }));
    log.add(event(6, "contact.given", { contact: { email: "j@example.com" } }));
    expect(log.conversation.value).toMatchObject({
      state: "callback",
      callback: { due_at: "2026-11-23T14:00:00Z", state: "open" },
      contact: { email: "j@example.com" },
    });
  });

  it("folds with the core when it is there", () => {
    const reduce = (before: Conversation, { seq }: ConversationEvent) =>
      conversation({ ...before, as_of_seq: seq, epoch: 77 });
    const log = store({ reduce });
    log.add(event(1, "taken_over"));
    expect(log.conversation.value).toMatchObject({ state: "ai", epoch: 77, as_of_seq: 1 });
  });

  it("goes on the plain way when the core refuses an event", () => {
    const log = store({
      reduce: () => {
        throw new Error("type: unknown");
      },
    });
    log.add(event(1, "closed"));
    expect(state(log)).toBe("closed");
  });

  it("takes the server's conversation, but never an older one", () => {
    const log = store();
    log.add(event(1, "closed"));
    log.confirm(conversation({ as_of_seq: 0, state: "ai" }));
    expect(state(log)).toBe("closed");
    log.confirm(conversation({ as_of_seq: 2, state: "human" }));
    expect(state(log)).toBe("human");
  });

  it("does not fold an event again that the conversation already contains", () => {
    const log = store();
    log.confirm(conversation({ as_of_seq: 2, state: "human", epoch: 3 }));
    log.add(event(1, "handoff.requested"));
    log.add(event(2, "taken_over"));
    expect(log.conversation.value).toMatchObject({ state: "human", epoch: 3 });
  });

  it("starts from 1 again after a rewind", () => {
    const log = store();
    log.add(event(1));
    log.rewind();
    expect(log.add(event(1))).toBe("added");
  });
});
