import { effect, type Signal, signal } from "@preact/signals";
import { pickLocale } from "../../shared/i18n";
import type { ThemeChoice } from "../../shared/theme";

/** What this browser remembers about its agent. Storage may be refused; then the choice lasts as long as the page. */
export const theme = remembered<ThemeChoice>("theme", "auto", ["auto", "light", "dark"]);
export const locale = remembered("locale", browserLocale(), ["en", "ro"]);
export const sound = remembered("sound", "on", ["on", "off"]);
export const keys = remembered("keys", "on", ["on", "off"]);

function browserLocale(): string {
  return pickLocale(navigator.languages ?? [navigator.language], ["en", "ro"]);
}

function remembered<T extends string>(name: string, initial: T, accepted: readonly T[]): Signal<T> {
  const key = `handoff:dashboard:${name}`;
  const stored = accepted.find((value) => value === read(key));
  const value = signal<T>(stored ?? initial);
  let first = true;
  effect(() => {
    const current = value.value;
    if (!first) write(key, current);
    first = false;
  });
  return value;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Refused or full: the choice still holds on this page.
  }
}
