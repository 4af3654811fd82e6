import { signal } from "@preact/signals";
import { type Clock, systemClock } from "./clock";
import type { Conversation, ConversationEvent } from "./types";

/** What is seen of an answer before it is a message of the log. */
export interface Growing {
  text: string;
  /** The epoch it was started in; null when the server does not say. */
  epoch: number | null;
  /** `seq` of the newest event when it last grew: it stands where that event stands. */
  after: number;
  /** It will never be a message: the owner changed while it was written. */
  withdrawn: boolean;
}

/** Longer than any answer takes to go on: what is silent for so long was lost. */
const lostMilliseconds = 60_000;
/** Long enough to read the line that says why it stopped. */
const withdrawnMilliseconds = 8_000;

type Known = Pick<Conversation, "state" | "epoch"> | null;

/**
 * The AI's answer while it is written. Nothing of it is stored: the message that it becomes ends it, a change of owner
 * withdraws it, and after a break of the stream the next piece brings the whole text again.
 */
export class GrowingAnswer {
  readonly now = signal<Growing | null>(null);
  private cancel: (() => void) | null = null;

  constructor(private readonly clock: Clock = systemClock) {}

  /** `ai.partial` was heard. `last`: the newest event of the log. A piece that comes too late changes nothing. */
  hear(
    piece: { text?: unknown; epoch?: unknown },
    conversation: Known,
    last: ConversationEvent | undefined,
  ): void {
    const { text } = piece;
    if (typeof text !== "string" || text === "") return;
    const epoch = typeof piece.epoch === "number" ? piece.epoch : null;
    if (isOver(conversation, epoch) || isSaid(last, text)) return;
    this.show({ text: this.longer(text, epoch), epoch, after: last?.seq ?? 0, withdrawn: false });
  }

  /** `ai.withdrawn`, or the owner changed: what was seen stays for a moment, marked, and goes. */
  withdraw(): void {
    const { value } = this.now;
    if (value && !value.withdrawn) this.show({ ...value, withdrawn: true });
  }

  clear(): void {
    this.cancel?.();
    this.cancel = null;
    this.now.value = null;
  }

  // One answer only grows; in the same epoch, a text that begins otherwise is the next answer.
  private longer(text: string, epoch: number | null): string {
    const { value } = this.now;
    const same = value && !value.withdrawn && value.epoch === epoch;
    return same && value.text.startsWith(text) ? value.text : text;
  }

  private show(growing: Growing): void {
    this.cancel?.();
    this.now.value = growing;
    this.cancel = this.clock.after(
      growing.withdrawn ? withdrawnMilliseconds : lostMilliseconds,
      () => this.clear(),
    );
  }
}

/** The answer can no longer be given: a person speaks, or the owner has changed since it was started. */
function isOver(conversation: Known, epoch: number | null): boolean {
  if (!conversation) return false;
  return conversation.state === "human" || (epoch !== null && epoch < conversation.epoch);
}

/** The whole message was faster than this piece of it. */
function isSaid(last: ConversationEvent | undefined, text: string): boolean {
  return last?.type === "message" && last.author === "ai" && (last.text ?? "").startsWith(text);
}
