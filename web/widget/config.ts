import { pickLocale } from "../shared/i18n";
import type { Availability } from "../shared/types";

/** A text of the settings: one for all, or by locale. */
export type LocalText = string | Record<string, string>;

export type ContactField = "name" | "email" | "phone";

/** What `GET /v1/sites/{site}/widget` answers. */
export interface WidgetConfig {
  site: { id: string; name: string; locale: string };
  texts?: { greeting?: LocalText };
  theme?: { brand?: string };
  triggers?: object;
  hours?: { timezone?: string } & object;
  zone?: { name: string; spans: [number, number][] };
  availability?: Availability;
  offline_message?: LocalText;
  callback?: { within_hours: number; count: "working" | "clock"; ask: ContactField[] };
  waiting?: { timeout_minutes: number };
  consent?: "off" | "notice" | "required";
}

/** What the site asks of those who are promised an answer. */
export function askedFields(config: WidgetConfig): readonly ContactField[] {
  return config.callback?.ask ?? ["name", "email"];
}

/** The text in that locale; else in English, else in any. Empty when there is none. */
export function localText(text: LocalText | undefined | null, locale: string): string {
  if (!text) return "";
  if (typeof text === "string") return text;
  return text[pickLocale([locale, "en"], Object.keys(text))] ?? "";
}
