import { signal } from "@preact/signals";
import { ApiError } from "../../shared/api-error";
import { Backoff } from "../../shared/backoff";
import { type Clock, systemClock } from "../../shared/clock";
import { uuid } from "../../shared/uuid";
import type { SafeStorage } from "./safe-storage";

/** A message the server has not confirmed. `failed`: refused for good, until the visitor tries again. */
export interface Pending {
  client_id: string;
  text: string;
  at: string;
  state: "waiting" | "sending" | "failed";
}

export interface SendQueueOptions {
  /** Hands one message over; resolves when it is committed. The same `client_id` may come again. */
  send: (message: Pending) => Promise<void>;
  /** The conversation is gone (401, 404): makes place for a new one. */
  onLost: () => void;
  storage: SafeStorage;
  key: string;
  clock?: Clock;
}

const lost = [401, 403, 404];

/**
 * Messages on their way, one at a time and in order. What cannot go now goes later with the same `client_id`, so
 * nothing is lost or doubled, also across a reload.
 */
export class SendQueue {
  readonly pending = signal<readonly Pending[]>([]);
  private readonly clock: Clock;
  private readonly backoff: Backoff;
  private busy = false;
  private cancelRetry: (() => void) | null = null;

  constructor(private readonly options: SendQueueOptions) {
    this.clock = options.clock ?? systemClock;
    this.backoff = new Backoff(this.clock);
    const stored = options.storage.read<Pending[]>(options.key);
    if (Array.isArray(stored))
      this.pending.value = stored.map((message) =>
        message.state === "sending" ? { ...message, state: "waiting" } : message,
      );
  }

  add(text: string): Pending {
    const at = new Date(this.clock.now()).toISOString();
    const message: Pending = { client_id: uuid(), text, at, state: "waiting" };
    this.save([...this.pending.value, message]);
    void this.flush();
    return message;
  }

  retry(clientId: string): void {
    this.mark(clientId, "waiting");
    void this.flush();
  }

  /** The log holds it now. */
  confirm(clientId: string): void {
    if (this.pending.value.some((message) => message.client_id === clientId))
      this.save(this.pending.value.filter((message) => message.client_id !== clientId));
  }

  /** Tries at once: the network is back. */
  wake(): void {
    this.backoff.reset();
    void this.flush();
  }

  stop(): void {
    this.cancelRetry?.();
    this.cancelRetry = null;
  }

  async flush(): Promise<void> {
    if (this.busy) return;
    this.stop();
    this.busy = true;
    try {
      for (let next = this.first(); next; next = this.first()) {
        if (!(await this.deliver(next))) break;
      }
    } finally {
      this.busy = false;
    }
  }

  private first(): Pending | undefined {
    return this.pending.value.find((message) => message.state !== "failed");
  }

  /** Whether the next message may follow. */
  private async deliver(message: Pending): Promise<boolean> {
    this.mark(message.client_id, "sending");
    try {
      await this.options.send(message);
      this.confirm(message.client_id);
      this.backoff.reset();
      return true;
    } catch (error) {
      return this.refused(message, error);
    }
  }

  private refused(message: Pending, error: unknown): boolean {
    const api = error instanceof ApiError ? error : null;
    if (api && !api.passing && !lost.includes(api.status)) {
      this.mark(message.client_id, "failed");
      return true;
    }
    this.mark(message.client_id, "waiting");
    if (api && lost.includes(api.status)) this.options.onLost();
    const pause = Math.max(this.backoff.next(), (api?.retryAfter ?? 0) * 1000);
    this.cancelRetry = this.clock.after(pause, () => void this.flush());
    return false;
  }

  private mark(clientId: string, state: Pending["state"]): void {
    this.save(
      this.pending.value.map((message) =>
        message.client_id === clientId ? { ...message, state } : message,
      ),
    );
  }

  private save(pending: readonly Pending[]): void {
    this.pending.value = pending;
    if (pending.length > 0) this.options.storage.write(this.options.key, pending);
    else this.options.storage.remove(this.options.key);
  }
}
