import type { Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { WidgetConfig } from "../config";
import type { Chat } from "../state/chat";
import type { Consent } from "../state/consent";
import type { Words } from "../words";

/** What every part of the panel may use. */
export interface Panel {
  chat: Chat;
  config: WidgetConfig;
  consent: Consent;
  words: Words;
  /** Milliseconds; moves on every ten seconds. */
  now: Signal<number>;
  close: () => void;
}

const PanelContext = createContext<Panel | null>(null);
export const PanelProvider = PanelContext.Provider;

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error("outside of the panel");
  return panel;
}
