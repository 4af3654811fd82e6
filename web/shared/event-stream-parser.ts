/** One dispatched event of a `text/event-stream`. */
export interface StreamEvent {
  type: string;
  data: string;
  /** The id this event carried itself, or null: ephemeral events have none. */
  id: string | null;
}

/**
 * Reads the event-stream format of the HTML standard from text in any chunks: LF, CR and CRLF, comments, several data
 * lines, one optional byte order mark. An unfinished event at the end is dropped.
 */
export class EventStreamParser {
  /** The newest id seen, to be sent as `Last-Event-ID`; an empty id resets it. */
  lastId = "";

  private rest = "";
  private skipLineFeed = false;
  private started = false;
  private type = "";
  private data: string[] = [];
  private id: string | null = null;

  constructor(
    private readonly onEvent: (event: StreamEvent) => void,
    private readonly onRetry: (milliseconds: number) => void = () => {},
  ) {}

  feed(chunk: string): void {
    if (chunk === "") return;
    this.rest += this.withoutMark(chunk);
    let start = 0;
    for (let i = 0; i < this.rest.length; ++i) {
      const character = this.rest[i];
      if (character === "\n" && this.skipLineFeed) {
        this.skipLineFeed = false;
        start = i + 1;
        continue;
      }
      this.skipLineFeed = character === "\r";
      if (character !== "\n" && character !== "\r") continue;
      this.line(this.rest.slice(start, i));
      start = i + 1;
    }
    this.rest = this.rest.slice(start);
  }

  private withoutMark(chunk: string): string {
    if (this.started) return chunk;
    this.started = true;
    return chunk.startsWith("\uFEFF") ? chunk.slice(1) : chunk;
  }

  private line(line: string): void {
    if (line === "") return this.dispatch();
    const colon = line.indexOf(":");
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    const raw = colon < 0 ? "" : line.slice(colon + 1);
    this.field(name, raw.startsWith(" ") ? raw.slice(1) : raw);
  }

  private field(name: string, value: string): void {
    if (name === "data") this.data.push(value);
    else if (name === "event") this.type = value;
    else if (name === "id" && !value.includes("\0")) this.id = value;
    else if (name === "retry" && /^\d+$/.test(value)) this.onRetry(Number(value));
  }

  private dispatch(): void {
    if (this.id !== null) this.lastId = this.id;
    const event = { type: this.type || "message", data: this.data.join("\n"), id: this.id };
    const empty = this.data.length === 0;
    this.type = "";
    this.data = [];
    this.id = null;
    if (!empty) this.onEvent(event);
  }
}
