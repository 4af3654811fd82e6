// widget.js: one async tag, nothing else. Asks for the site's settings when the page is idle, shows the launcher, and
// loads the panel when somebody comes near it.
import type { WidgetConfig } from "./config";
import { type Call, type HandoffFunction, run } from "./loader/commands";
import { announce, listen } from "./loader/events";
import { readOptions } from "./loader/options";
import { Widget } from "./loader/widget";

declare global {
  interface Window {
    handoff?: HandoffFunction;
  }
}

const longestIdleMilliseconds = 1_500;

function whenIdle(action: () => void): void {
  const later = () => {
    if ("requestIdleCallback" in window)
      requestIdleCallback(action, { timeout: longestIdleMilliseconds });
    else setTimeout(action, 200);
  };
  if (document.readyState === "complete") later();
  else window.addEventListener("load", later, { once: true });
}

async function start(script: HTMLScriptElement, calls: Call[]): Promise<Widget | null> {
  const options = readOptions(script);
  try {
    const site = encodeURIComponent(options.site);
    const response = await fetch(`${options.base}/v1/sites/${site}/widget`, {
      credentials: "omit",
    });
    if (!response.ok) throw new Error(`the settings answered ${response.status}`);
    const widget = new Widget(options, (await response.json()) as WidgetConfig);
    for (const call of calls.splice(0)) run(widget, call);
    announce("ready");
    return widget;
  } catch (error) {
    // A blocked or missing server must not disturb the page.
    announce("error", { message: String(error) });
    return null;
  }
}

function install(script: HTMLScriptElement): void {
  const calls = Array.from(window.handoff?.q ?? [], (call) => Array.from(call) as Call);
  let widget: Widget | null = null;
  let destroyed = false;
  const handoff: HandoffFunction = (...call) => {
    if (call[0] === "on" && !widget) return listen(String(call[1]), call[2] as () => void);
    if (call[0] === "destroy") {
      destroyed = true;
      widget?.destroy();
      delete window.handoff;
      return undefined;
    }
    if (widget) return run(widget, call);
    calls.push(call);
    return undefined;
  };
  handoff.loaded = true;
  window.handoff = handoff;
  whenIdle(async () => {
    if (!destroyed) widget = await start(script, calls);
    if (destroyed) widget?.destroy();
  });
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.handoff?.loaded) install(script);
