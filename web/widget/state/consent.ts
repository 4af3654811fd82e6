import { signal } from "@preact/signals";
import type { SafeStorage } from "./safe-storage";

/** That the visitor agreed to the conversation being kept; asked once in a browser. */
export class Consent {
  private readonly key: string;
  readonly given = signal(false);

  constructor(
    private readonly storage: SafeStorage,
    site: string,
  ) {
    this.key = `handoff:${site}:consent`;
    this.given.value = storage.read<{ at: string }>(this.key) !== null;
  }

  give(): void {
    if (this.given.peek()) return;
    this.given.value = true;
    this.storage.write(this.key, { at: new Date().toISOString() });
  }
}
