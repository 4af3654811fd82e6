import type { AttributeValue } from "../shared/types";
import type { WidgetConfig } from "./config";

/** What the loader gives the panel. */
export interface PanelHost {
  shadow: ShadowRoot;
  /** Carries theme, direction and language. */
  root: HTMLElement;
  /** The dialog; the loader shows and hides it. */
  frame: HTMLElement;
  /** Origin of the server. */
  base: string;
  config: WidgetConfig;
  locale: string;
  attributes: Record<string, AttributeValue>;
  identity: string | null;
  /** Tells the embedding page: `handoff:NAME` on window. */
  announce: (name: string, detail?: object) => void;
  setUnread: (count: number) => void;
  /** One line beside the launcher, shown once a visit. */
  nudge: (text: string) => void;
  close: () => void;
}

/** What the loader can ask of the panel. */
export interface PanelHandle {
  opened(): void;
  closed(): void;
  send(text: string): void;
  requestHuman(): void;
  identify(token: string): void;
  setAttributes(attributes: Record<string, AttributeValue>): void;
  setLocale(locale: string): void;
  destroy(): void;
}

export interface PanelModule {
  mount(host: PanelHost): PanelHandle;
}
