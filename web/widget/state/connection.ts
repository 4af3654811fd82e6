import { signal } from "@preact/signals";
import type { ApiClient } from "../../shared/api-client";
import { ApiError } from "../../shared/api-error";
import type { StreamEvent } from "../../shared/event-stream-parser";
import { LiveStream } from "../../shared/live-stream";
import type { ConversationEvent } from "../../shared/types";

export interface ConnectionEvents {
  /** The newest event that is here. */
  upTo: () => number;
  onEvent: (event: ConversationEvent) => void;
  /** `typing`, `ai.partial`, `ai.withdrawn`. */
  onEphemeral: (type: string, data: Record<string, unknown>) => void;
  /** The stream begins anew: what was heard on it without a `seq` does not count any more. */
  onBreak: () => void;
  /** Everything comes again from 1. */
  onReset: () => void;
  /** The conversation is not ours any more. */
  onRefused: () => void;
}

const ephemeral = ["typing", "presence", "ai.partial", "ai.withdrawn"];
const pollSeconds = 25;

/** The live connection of one conversation: stream, or long poll where streams do not get through. */
export class Connection {
  /** Seconds until the next attempt while the server is away, else null. */
  readonly retryIn = signal<number | null>(null);
  private stream: LiveStream | null = null;

  constructor(
    private readonly api: ApiClient,
    private readonly events: ConnectionEvents,
  ) {}

  open(conversation: string): void {
    this.close();
    const path = this.api.url(`/v1/conversations/${encodeURIComponent(conversation)}/events`);
    this.stream = new LiveStream({
      url: (lastId) => (lastId ? path : `${path}?after=${this.events.upTo()}`),
      headers: () => this.api.headers(),
      onEvent: (event) => this.received(event),
      onState: (state, seconds) => {
        if (state !== "live") this.events.onBreak();
        this.retryIn.value =
          state === "away" ? seconds : state === "connecting" ? this.retryIn.value : null;
      },
      onRefused: () => this.events.onRefused(),
      poll: (signal) => this.poll(path, signal),
    });
    this.stream.start();
  }

  wake(): void {
    this.stream?.retryNow();
  }

  close(): void {
    this.stream?.stop();
    this.stream = null;
    this.retryIn.value = null;
  }

  private received(event: StreamEvent): void {
    let data: Record<string, unknown>;
    try {
      data = JSON.parse(event.data) as Record<string, unknown>;
    } catch {
      return;
    }
    if (event.type === "reset") this.events.onReset();
    else if (ephemeral.includes(event.type)) this.events.onEphemeral(event.type, data);
    else if (typeof data.seq === "number")
      this.events.onEvent({ type: event.type, ...data } as ConversationEvent);
  }

  private async poll(path: string, signal: AbortSignal): Promise<void> {
    const response = await fetch(`${path}?after=${this.events.upTo()}&wait=${pollSeconds}`, {
      headers: { Accept: "application/json", ...this.api.headers() },
      signal,
      cache: "no-store",
      credentials: "omit",
    });
    if (!response.ok) throw new ApiError({ title: "long poll refused", status: response.status });
    const { events } = (await response.json()) as { events: ConversationEvent[] };
    for (const event of events) this.events.onEvent(event);
  }
}
