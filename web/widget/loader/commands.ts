import type { AttributeValue } from "../../shared/types";
import { listen } from "./events";
import type { Widget } from "./widget";

export type Call = [command: string, ...arguments_: unknown[]];

/** `handoff("open")` and so on; calls from before the widget is there are in `q`. */
export interface HandoffFunction {
  (...call: Call): unknown;
  q?: ArrayLike<unknown>[];
  loaded?: boolean;
}

type Command = (widget: Widget, ...arguments_: unknown[]) => unknown;

const commands: Record<string, Command> = {
  open: (widget) => widget.open(),
  close: (widget) => widget.close(),
  toggle: (widget) => widget.toggle(),
  show: (widget) => widget.show(true),
  hide: (widget) => widget.show(false),
  send: (widget, text) => widget.send(text),
  requestHuman: (widget) => widget.requestHuman(),
  identify: (widget, token) => widget.identify(token),
  setAttributes: (widget, attributes) =>
    widget.setAttributes((attributes ?? {}) as Record<string, AttributeValue>),
  setLocale: (widget, locale) => widget.setLocale(locale),
  setTheme: (widget, theme) => widget.setTheme(theme),
  on: (_widget, name, listener) => listen(String(name), listener as (detail: unknown) => void),
};

export function run(widget: Widget, [command, ...rest]: Call): unknown {
  const known = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (known) return known(widget, ...rest);
  console.warn(`handoff: unknown command "${command}"; known: ${Object.keys(commands).join(", ")}`);
  return undefined;
}
