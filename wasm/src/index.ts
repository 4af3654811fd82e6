import { type HandoffDetection, loadDetection } from "./detection.js";
import type { CoreSource } from "./instance.js";
import { bothOf, type CoreSources } from "./sources.js";
import { type HandoffState, loadState } from "./state.js";

export { type HandoffDetection, loadDetection } from "./detection.js";
export type { CoreSource } from "./instance.js";
export type { CoreSources } from "./sources.js";
export { type HandoffState, loadState } from "./state.js";
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

/** The whole core: nothing of one call is seen by the next, and it is safe to share. Errors say what was wrong. */
export interface HandoffCore extends HandoffDetection, HandoffState {}

/**
 * Loads both modules. `source`: where detection comes from, or both; left out, the files beside this one. Beside an
 * address that names `handoff-core` lies `handoff-state`. Rejects when WebAssembly is missing or refused by the page's
 * policy.
 */
export async function loadHandoffCore(source?: CoreSource | CoreSources): Promise<HandoffCore> {
  const from = bothOf(source);
  const [detection, state] = await Promise.all([
    loadDetection(from.detection),
    loadState(from.state),
  ]);
  return {
    detect: (input, settings) => detection.detect(input, settings),
    detectJson: (input, settings) => detection.detectJson(input, settings),
    availability: (hours, zone, at) => state.availability(hours, zone, at),
    reduce: (conversation, event) => state.reduce(conversation, event),
    reduceJson: (conversation, event) => state.reduceJson(conversation, event),
  };
}
