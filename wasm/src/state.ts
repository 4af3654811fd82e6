import { ModuleCalls } from "./calls.js";
import { type CoreSource, instantiate } from "./instance.js";
import { parsed, written } from "./json.js";
import type { AvailabilityAnswer, ZoneTable } from "./types.js";
import { zoneTable } from "./zone.js";

/** Hours and the log of a conversation: the module `handoff-state.wasm`. Pure functions, safe to share. */
export interface HandoffState {
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

function instant(at: Date | string): Date {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) throw new Error(`at: not an instant: ${String(at)}`);
  return date;
}

class StateModule implements HandoffState {
  constructor(private readonly calls: ModuleCalls) {}

  availability(hours: object, zone: ZoneTable | string, at: Date | string): AvailabilityAnswer {
    const table = typeof zone === "string" ? zoneTable(zone, instant(at)) : zone;
    const when = typeof at === "string" ? at : at.toISOString();
    return parsed(this.calls.call("handoff_availability", written(hours), written(table), when));
  }

  reduce<C extends object, E extends object>(conversation: C | null, event: E): C {
    return parsed(this.reduceJson(written(conversation), written(event)));
  }

  reduceJson(conversation: string, event: string): string {
    return this.calls.call("handoff_reduce", conversation, event);
  }
}

/** Loads hours and log alone. Rejects when WebAssembly is missing or refused by the page's policy. */
export async function loadState(source?: CoreSource): Promise<HandoffState> {
  const from = source ?? new URL("./handoff-state.wasm", import.meta.url);
  return new StateModule(new ModuleCalls(await instantiate(from, "state")));
}
