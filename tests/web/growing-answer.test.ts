import { beforeEach, describe, expect, it } from "vitest";
import { GrowingAnswer } from "../../web/shared/growing-answer";
import type { ConversationEvent } from "../../web/shared/types";
import { conversation } from "./support/conversation";
import { HandClock } from "./support/hand-clock";

const asked: ConversationEvent = { seq: 4, type: "message", author: "visitor", text: "Is it?" };
const withAi = conversation({ epoch: 3 });

let clock: HandClock;
let answer: GrowingAnswer;

beforeEach(() => {
  clock = new HandClock();
  answer = new GrowingAnswer(clock);
});

const hear = (text: unknown, epoch: unknown = 3) => answer.hear({ text, epoch }, withAi, asked);
const shown = () => answer.now.value?.text ?? null;

describe("an answer that grows", () => {
  it("stands after the event it was last heard behind", () => {
    hear("Yes.");
    expect(answer.now.value).toEqual({ text: "Yes.", epoch: 3, after: 4, withdrawn: false });
    hear("Yes. It is.");
    expect(shown()).toBe("Yes. It is.");
  });

  it("never becomes shorter", () => {
    hear("Yes. It is.");
    hear("Yes.");
    expect(shown()).toBe("Yes. It is.");
  });

  it("makes room for the next one", () => {
    hear("Yes. It is.");
    hear("No");
    expect(shown()).toBe("No");
    hear("No", 4);
    expect(answer.now.value?.epoch).toBe(4);
  });

  it("is not shown when its owner is no longer the AI", () => {
    hear("Late", 2);
    expect(shown()).toBeNull();
    answer.hear({ text: "Late" }, conversation({ state: "human" }), asked);
    expect(shown()).toBeNull();
  });

  it("is not shown again when its message was faster", () => {
    const said: ConversationEvent = { seq: 5, type: "message", author: "ai", text: "Yes. It is." };
    answer.hear({ text: "Yes.", epoch: 3 }, withAi, said);
    expect(shown()).toBeNull();
  });

  it.each([undefined, null, "", 7, {}])("ignores %s as its text", (text) => {
    hear(text);
    expect(shown()).toBeNull();
  });

  it("stays for a moment when it is withdrawn, and goes", async () => {
    hear("Yes.");
    answer.withdraw();
    expect(answer.now.value).toMatchObject({ text: "Yes.", withdrawn: true });
    answer.withdraw();
    await clock.move(7_900);
    expect(shown()).toBe("Yes.");
    await clock.move(200);
    expect(shown()).toBeNull();
  });

  it("leaves nothing behind when nothing of it was seen", () => {
    answer.withdraw();
    expect(shown()).toBeNull();
    expect(clock.next).toBeNull();
  });

  it("outlasts a pause of the model, and not a server that forgot it", async () => {
    hear("Yes.");
    await clock.move(30_000);
    hear("Yes. It is.");
    await clock.move(59_000);
    expect(shown()).toBe("Yes. It is.");
    await clock.move(2_000);
    expect(shown()).toBeNull();
  });

  it("is gone at once when it is cleared", () => {
    hear("Yes.");
    answer.clear();
    expect([shown(), clock.next]).toEqual([null, null]);
  });
});
