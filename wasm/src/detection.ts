import { ModuleCalls } from "./calls.js";
import { type CoreSource, instantiate } from "./instance.js";
import { parsed, written } from "./json.js";
import type { Detection, DetectionInput } from "./types.js";
import { verdictAt } from "./verdict-reader.js";

/** Detection alone: the module `handoff-core.wasm`. Safe to share. */
export interface HandoffDetection {
  /**
   * Should this message, or the newest of this conversation, go to a human? `settings`: the settings file's shape. The
   * settings are read when first seen; after a change pass a new object. Left out or null: the defaults. Throws an Error
   * that says what was wrong.
   */
  detect(input: DetectionInput, settings?: object | null): Detection;
  /** The same as the line of JSON that `handoff detect` prints, byte for byte. A bad input gives `{"error": …}`. */
  detectJson(input: string, settings?: string): string;
}

/** The text of what is nothing but a text, perhaps with an id; null for everything else, which JSON then checks. */
function bareText(input: DetectionInput): string | null {
  if (typeof input?.text !== "string" || Object.getPrototypeOf(input) !== Object.prototype)
    return null;
  for (const key in input) {
    const known = key === "text" || (key === "id" && typeof input.id === "string");
    if (!known) return null;
  }
  return input.text;
}

class DetectionModule implements HandoffDetection {
  /** What the module was given last: the object, when it was one, and its text. */
  private settings: object | null | undefined = null;
  private settingsText = "";

  constructor(private readonly calls: ModuleCalls) {}

  detect(input: DetectionInput, settings: object | null = null): Detection {
    const problem = this.use(settings);
    if (problem !== "") return parsed(problem);
    const text = bareText(input);
    if (text === null) return parsed(this.calls.call("handoff_detect", written(input)));
    const detection = this.calls.callWith("handoff_detect_text", text, verdictAt);
    return input.id === undefined ? detection : { id: input.id, ...detection };
  }

  detectJson(input: string, settings = ""): string {
    return this.useText(settings) || this.calls.call("handoff_detect", input);
  }

  /** Gives the module these settings unless it has them. Answers nothing, or `{"error": …}`. */
  private use(settings: object | null): string {
    if (settings === this.settings) return "";
    const problem = this.useText(settings === null ? "" : written(settings));
    if (problem === "") this.settings = settings;
    return problem;
  }

  private useText(text: string): string {
    if (text === this.settingsText) return "";
    const problem = this.calls.call("handoff_settings", text);
    if (problem !== "") return problem;
    this.settingsText = text;
    this.settings = undefined;
    return "";
  }
}

/** Loads detection alone. Rejects when WebAssembly is missing or refused by the page's policy. */
export async function loadDetection(source?: CoreSource): Promise<HandoffDetection> {
  const from = source ?? new URL("./handoff-core.wasm", import.meta.url);
  return new DetectionModule(new ModuleCalls(await instantiate(from, "detection")));
}
