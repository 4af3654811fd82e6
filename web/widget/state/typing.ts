import { signal } from "@preact/signals";
import { type Clock, systemClock } from "../../shared/clock";

const lastsMilliseconds = 6_000;
const tellEveryMilliseconds = 3_000;

/** Who writes on the other side, and telling the other side that the visitor writes. Nothing of it is stored. */
export class Typing {
  /** Who writes, until they pause: `name` is null for the AI. */
  readonly other = signal<{ name: string | null } | null>(null);
  /** The AI's answer so far. */
  readonly partial = signal("");
  private cancel: (() => void) | null = null;
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly tell: () => void,
    private readonly clock: Clock = systemClock,
  ) {}

  heard(active: boolean, name: string | null): void {
    this.cancel?.();
    this.other.value = active ? { name } : null;
    if (active) this.cancel = this.clock.after(lastsMilliseconds, () => this.clear());
  }

  heardPartial(text: string): void {
    this.heard(true, null);
    this.partial.value = text;
  }

  clear(): void {
    this.cancel?.();
    this.cancel = null;
    this.other.value = null;
    this.partial.value = "";
  }

  /** A key was pressed; told at most every three seconds. */
  pressed(): void {
    if (this.clock.now() - this.toldAt < tellEveryMilliseconds) return;
    this.toldAt = this.clock.now();
    this.tell();
  }
}
