import { CoreCalls } from "./calls.js";
import { type CoreSource, instantiate } from "./instance.js";
import type { AvailabilityAnswer, Detection, DetectionInput, ZoneTable } from "./types.js";
import { zoneTable } from "./zone.js";

export type { CoreSource } from "./instance.js";
export type {
  AvailabilityAnswer,
  Detection,
  DetectionInput,
  Json,
  Signal,
  Verdict,
  ZoneTable,
} from "./types.js";
export { zoneTable } from "./zone.js";

/** The core: pure functions, no state between calls, safe to share. All throw an Error that says what was wrong. */
export interface HandoffCore {
  /** Should this message, or the newest of this conversation, go to a human? `settings`: the settings file's shape. */
  detect(input: DetectionInput, settings?: object | null): Detection;
  /** The same as the line of JSON that `handoff detect` prints, byte for byte. A bad input gives `{"error": …}`. */
  detectJson(input: string, settings?: string): string;
  /**
   * Is the team there at that instant? `hours`: the settings' `availability`. `zone`: a table, or an IANA name, whose
   * table then comes from the runtime.
   */
  availability(hours: object, zone: ZoneTable | string, at: Date | string): AvailabilityAnswer;
  /** The conversation after an event of its log; the function the server commits with. `null` starts a new one. */
  reduce<C extends object, E extends object>(conversation: C | null, event: E): C;
  /** The same from text to text. A bad input gives `{"error": …}`. */
  reduceJson(conversation: string, event: string): string;
}

function parsed<T>(text: string): T {
  const value = JSON.parse(text) as T & { error?: string };
  if (typeof value.error === "string") throw new Error(value.error);
  return value;
}

function instant(at: Date | string): Date {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) throw new Error(`at: not an instant: ${String(at)}`);
  return date;
}

class Core implements HandoffCore {
  constructor(private readonly calls: CoreCalls) {}

  detectJson(input: string, settings = "{}"): string {
    return this.calls.call("handoff_detect", input, settings);
  }

  detect(input: DetectionInput, settings?: object | null): Detection {
    return parsed(this.detectJson(JSON.stringify(input), JSON.stringify(settings ?? {})));
  }

  availability(hours: object, zone: ZoneTable | string, at: Date | string): AvailabilityAnswer {
    const table = typeof zone === "string" ? zoneTable(zone, instant(at)) : zone;
    const when = typeof at === "string" ? at : at.toISOString();
    const texts = [JSON.stringify(hours), JSON.stringify(table), when];
    return parsed(this.calls.call("handoff_availability", ...texts));
  }

  reduce<C extends object, E extends object>(conversation: C | null, event: E): C {
    return parsed(this.reduceJson(JSON.stringify(conversation), JSON.stringify(event)));
  }

  reduceJson(conversation: string, event: string): string {
    return this.calls.call("handoff_reduce", conversation, event);
  }
}

/** Loads the core once per call. Rejects when WebAssembly is missing or refused by the page's policy. */
export async function loadHandoffCore(source?: CoreSource): Promise<HandoffCore> {
  const from = source ?? new URL("./handoff-core.wasm", import.meta.url);
  return new Core(new CoreCalls(await instantiate(from)));
}
