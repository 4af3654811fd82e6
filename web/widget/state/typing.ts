import { signal } from "@preact/signals";
import { type Clock, systemClock } from "../../shared/clock";
import { GrowingAnswer } from "../../shared/growing-answer";
import type { Conversation, ConversationEvent } from "../../shared/types";
import { stateOf } from "./fold";

const lastsMilliseconds = 6_000;
const tellEveryMilliseconds = 3_000;

/** Who writes on the other side, and telling the other side that the visitor writes. Nothing of it is stored. */
export class Typing {
  /** Who writes, until they pause: `name` is null for the AI. */
  readonly other = signal<{ name: string | null } | null>(null);
  readonly answer: GrowingAnswer;
  /** `seq` of the messages that were seen growing: they are not folded under the reader's eyes. */
  readonly grown = new Set<number>();
  private cancel: (() => void) | null = null;
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly tell: () => void,
    private readonly clock: Clock = systemClock,
  ) {
    this.answer = new GrowingAnswer(clock);
  }

  /** An event without a `seq`; `log` is what it came after. */
  heard(
    type: string,
    data: Record<string, unknown>,
    conversation: Conversation | null,
    log: readonly ConversationEvent[],
  ): void {
    if (type === "typing" && data.author !== "visitor")
      this.writes(data.active !== false, typeof data.name === "string" ? data.name : null);
    if (type === "ai.partial") this.answer.hear(data, conversation, log[log.length - 1]);
    if (type === "ai.withdrawn") this.stop();
  }

  /** An event of the log: whoever was writing has written, or does not speak any more. */
  noticed({ type, author, seq }: ConversationEvent): void {
    if (stateOf(type)) this.stop();
    if (type !== "message" || author === "visitor") return;
    this.writes(false, null);
    if (author !== "ai") return;
    const growing = this.answer.now.value;
    if (growing && !growing.withdrawn) this.grown.add(seq);
    this.answer.clear();
  }

  clear(): void {
    this.writes(false, null);
    this.answer.clear();
  }

  /** A key was pressed; told at most every three seconds. */
  pressed(): void {
    if (this.clock.now() - this.toldAt < tellEveryMilliseconds) return;
    this.toldAt = this.clock.now();
    this.tell();
  }

  private writes(active: boolean, name: string | null): void {
    this.cancel?.();
    this.cancel = null;
    this.other.value = active ? { name } : null;
    if (active) this.cancel = this.clock.after(lastsMilliseconds, () => this.writes(false, null));
  }

  private stop(): void {
    this.writes(false, null);
    this.answer.withdraw();
  }
}
