import { signal } from "@preact/signals";
import type { Conversation, ConversationEvent } from "../../shared/types";
import { fold, type Reducer } from "./fold";

/** The conversation and its log, folded event by event with the core, or plainly where the core is refused. */
export class LogStore {
  readonly conversation = signal<Conversation | null>(null);
  readonly events = signal<readonly ConversationEvent[]>([]);

  constructor(private readonly reducer: () => Reducer | null) {}

  /** The newest event that is here; all before it are here too. */
  get upTo(): number {
    return this.events.value[this.events.value.length - 1]?.seq ?? 0;
  }

  /** Takes a whole answer of the server. An older one than what is here changes nothing. */
  load(conversation: Conversation, events: readonly ConversationEvent[]): void {
    this.append(events);
    this.confirm(conversation);
  }

  /** The server's own conversation object replaces the folded one, unless it is older. */
  confirm(conversation: Conversation): void {
    const known = this.conversation.value;
    if (known?.id === conversation.id && known.as_of_seq > conversation.as_of_seq) return;
    this.conversation.value = conversation;
  }

  /** Adds one event. `known`: it was here. `gap`: events before it are missing, it was not added. */
  add(event: ConversationEvent): "added" | "known" | "gap" {
    if (event.seq <= this.upTo) return "known";
    if (event.seq > this.upTo + 1) return "gap";
    this.events.value = [...this.events.value, event];
    const conversation = this.conversation.value;
    if (conversation && event.seq > conversation.as_of_seq)
      this.conversation.value = fold(this.reducer(), conversation, event);
    return "added";
  }

  clear(): void {
    this.events.value = [];
    this.conversation.value = null;
  }

  /** Forgets the log but keeps the conversation: the server will send everything from 1. */
  rewind(): void {
    this.events.value = [];
  }

  private append(events: readonly ConversationEvent[]): void {
    const fresh: ConversationEvent[] = [];
    for (const event of events) if (event.seq === this.upTo + fresh.length + 1) fresh.push(event);
    if (fresh.length > 0) this.events.value = [...this.events.value, ...fresh];
  }
}
