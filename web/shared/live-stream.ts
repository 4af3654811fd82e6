import { Backoff } from "./backoff";
import { type Clock, systemClock } from "./clock";
import { EventStreamParser, type StreamEvent } from "./event-stream-parser";

/** `live`: events flow; `polling`: by long poll; `away`: the next attempt is `retryInSeconds` ahead; `ended`: refused. */
export type LiveState = "connecting" | "live" | "polling" | "away" | "ended";

export interface LiveStreamOptions {
  /** Address of the stream; the function is asked at each connection, `lastId` is empty before the first id. */
  url: string | ((lastId: string) => string);
  headers?: () => Record<string, string>;
  credentials?: RequestCredentials;
  /** `Last-Event-ID` of the first connection. */
  lastId?: string;
  onEvent: (event: StreamEvent) => void;
  onState?: (state: LiveState, retryInSeconds: number | null) => void;
  /** 401, 403 or 404: there will be no further attempt. */
  onRefused?: (status: number) => void;
  /**
   * Long poll instead, after streams have twice ended without a byte (some proxies hold them back): waits for events
   * and hands them over itself. Resolves when it is time to ask again; throws as `ApiError` does.
   */
  poll?: (signal: AbortSignal) => Promise<void>;
  clock?: Clock;
  fetch?: typeof fetch;
}

/** The server sends a comment every 15 s; three in a row missing means that the connection is dead. */
const watchdogMilliseconds = 45_000;
const silentStreamsBeforePolling = 2;
const refusals = [401, 403, 404];

class Refused extends Error {
  constructor(readonly status: number) {
    super(`refused with ${status}`);
  }
}

/**
 * A live stream over fetch: own headers, resumes with the last id, a watchdog, growing pauses with jitter, and a long
 * poll where streams do not get through. Never loses its place: the cursor moves only with events handed over.
 */
export class LiveStream {
  private readonly clock: Clock;
  private readonly backoff: Backoff;
  private lastId: string;
  private abort: AbortController | null = null;
  private cancelWait: (() => void) | null = null;
  private silentStreams = 0;
  private running = false;

  constructor(private readonly options: LiveStreamOptions) {
    this.clock = options.clock ?? systemClock;
    this.backoff = new Backoff(this.clock);
    this.lastId = options.lastId ?? "";
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.connect();
  }

  stop(): void {
    this.running = false;
    this.cancelWait?.();
    this.cancelWait = null;
    this.abort?.abort();
    this.abort = null;
  }

  /** Connects now instead of after the pause; for a returning network or a visible tab. */
  retryNow(): void {
    if (!this.running || !this.cancelWait) return;
    this.cancelWait();
    this.cancelWait = null;
    this.backoff.reset();
    this.silentStreams = 0;
    this.connect();
  }

  private connect(): void {
    const abort = new AbortController();
    this.abort = abort;
    const { poll } = this.options;
    const polling = poll !== undefined && this.silentStreams >= silentStreamsBeforePolling;
    this.tell(polling ? "polling" : "connecting");
    const attempt = polling ? this.pollOnce(poll, abort) : this.streamOnce(abort);
    attempt.then(
      () => this.again(abort, polling),
      (error: unknown) => this.failed(abort, error),
    );
  }

  private async pollOnce(
    poll: (signal: AbortSignal) => Promise<void>,
    abort: AbortController,
  ): Promise<void> {
    await poll(abort.signal);
    this.backoff.reset();
  }

  private async streamOnce(abort: AbortController): Promise<void> {
    let opened = false;
    let heard = false;
    let disarm = this.armWatchdog(abort);
    try {
      const response = await this.open(abort.signal);
      const reader = this.reader(response);
      opened = true;
      const parser = this.parser(abort);
      const decoder = new TextDecoder();
      for (;;) {
        const { done, value } = await reader.read();
        if (done || abort.signal.aborted) return;
        disarm();
        disarm = this.armWatchdog(abort);
        if (!heard) {
          heard = true;
          this.silentStreams = 0;
          this.backoff.reset();
          this.tell("live");
        }
        parser.feed(decoder.decode(value, { stream: true }));
      }
    } finally {
      disarm();
      if (opened && !heard) this.silentStreams += 1;
    }
  }

  private open(signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = {
      Accept: "text/event-stream",
      ...this.options.headers?.(),
    };
    if (this.lastId !== "") headers["Last-Event-ID"] = this.lastId;
    const { url } = this.options;
    return (this.options.fetch ?? fetch)(typeof url === "string" ? url : url(this.lastId), {
      headers,
      signal,
      cache: "no-store",
      credentials: this.options.credentials ?? "omit",
    });
  }

  private reader(response: Response): ReadableStreamDefaultReader<Uint8Array> {
    if (refusals.includes(response.status)) throw new Refused(response.status);
    if (!response.ok || !response.body) throw new Error(`stream answered ${response.status}`);
    return response.body.getReader();
  }

  private parser(abort: AbortController): EventStreamParser {
    return new EventStreamParser((event) => {
      if (abort.signal.aborted) return;
      // A reset has no id: the cursor that the server could not honour must not be sent again.
      if (event.type === "reset") this.lastId = "";
      this.options.onEvent(event);
      if (event.id !== null) this.lastId = event.id;
    });
  }

  private armWatchdog(abort: AbortController): () => void {
    return this.clock.after(watchdogMilliseconds, () => abort.abort());
  }

  private failed(abort: AbortController, error: unknown): void {
    const status = (error as { status?: number } | null)?.status ?? 0;
    if (this.abort !== abort || !this.running) return;
    if (!refusals.includes(status)) return this.again(abort, false);
    this.running = false;
    this.tell("ended");
    this.options.onRefused?.(status);
  }

  private again(abort: AbortController, atOnce: boolean): void {
    if (this.abort !== abort || !this.running) return;
    const pause = atOnce ? 0 : this.backoff.next();
    if (!atOnce) this.tell("away", Math.ceil(pause / 1000));
    this.cancelWait = this.clock.after(pause, () => {
      this.cancelWait = null;
      if (this.running) this.connect();
    });
  }

  private tell(state: LiveState, retryInSeconds: number | null = null): void {
    this.options.onState?.(state, retryInSeconds);
  }
}
