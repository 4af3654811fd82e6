import { pickLocale } from "../../shared/i18n";
import type { AttributeValue } from "../../shared/types";
import type { WidgetConfig } from "../config";
import type { PanelHandle, PanelModule } from "../panel-api";
import { safeStorage } from "../state/safe-storage";
import { sessionKey } from "../state/session-store";
import { applyBrand } from "./brand";
import { announce } from "./events";
import { Frame } from "./frame";
import { type LoaderOptions, themeChoice } from "./options";
import { launcherLocales } from "./words";

/** The widget on a page: the launcher now, the panel when it is needed. */
export class Widget {
  private readonly frame: Frame;
  private panel: Promise<PanelHandle> | null = null;
  private isOpen = false;
  private shown = true;
  private locale: string;
  private identity: string | null = null;
  private attributes: Record<string, AttributeValue> = {};

  constructor(
    private readonly options: LoaderOptions,
    private readonly config: WidgetConfig,
  ) {
    const page = document.documentElement.lang;
    const wanted = [options.locale, page, config.site.locale, ...navigator.languages];
    this.locale = pickLocale(wanted, launcherLocales);
    this.frame = new Frame(
      options,
      config.site.name,
      () => void this.open(),
      () => void this.load(),
    );
    if (!options.brand) applyBrand(this.frame.root, config.theme?.brand);
    this.frame.setLocale(this.locale, options.dir);
    document.body.append(this.frame.host);
    // A conversation that goes on must be heard also while the panel is closed.
    if (safeStorage("localStorage").read(sessionKey(config.site.id))) void this.load();
  }

  async open(): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    const panel = await this.load().catch(() => null);
    if (!panel || !this.isOpen) {
      this.isOpen = false;
      return;
    }
    this.frame.open();
    panel.opened();
    announce("open");
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.frame.close(this.shown);
    void this.panel?.then((panel) => panel.closed());
    announce("close");
  }

  toggle(): void {
    if (this.isOpen) this.close();
    else void this.open();
  }

  show(shown: boolean): void {
    this.shown = shown;
    if (!this.isOpen) this.frame.show(shown);
  }

  async send(text: unknown): Promise<void> {
    if (typeof text !== "string" || text.trim() === "") return;
    (await this.load()).send(text.trim());
  }

  async requestHuman(): Promise<void> {
    (await this.load()).requestHuman();
    await this.open();
  }

  identify(token: unknown): void {
    if (typeof token !== "string") return;
    this.identity = token;
    void this.panel?.then((panel) => panel.identify(token));
  }

  setAttributes(attributes: Record<string, AttributeValue>): void {
    this.attributes = { ...this.attributes, ...attributes };
    void this.panel?.then((panel) => panel.setAttributes(this.attributes));
  }

  setLocale(locale: unknown): void {
    this.locale = pickLocale([String(locale)], launcherLocales);
    this.frame.setLocale(this.locale, this.options.dir);
    void this.panel?.then((panel) => panel.setLocale(this.locale));
  }

  setTheme(theme: unknown): void {
    this.frame.setTheme(themeChoice(String(theme)));
  }

  destroy(): void {
    this.close();
    void this.panel?.then((panel) => panel.destroy());
    this.frame.remove();
  }

  /** Loads the panel once; a failed try may be repeated. */
  private load(): Promise<PanelHandle> {
    this.panel ??= this.mount().catch((error: unknown) => {
      this.panel = null;
      announce("error", { message: "the panel could not be loaded" });
      throw error;
    });
    this.panel.catch(() => {});
    return this.panel;
  }

  private async mount(): Promise<PanelHandle> {
    const { mount } = (await import(`${this.options.base}/${PANEL_FILE}`)) as PanelModule;
    return mount({
      shadow: this.frame.shadow,
      root: this.frame.root,
      frame: this.frame.panel,
      base: this.options.base,
      config: this.config,
      locale: this.locale,
      attributes: this.attributes,
      identity: this.identity,
      announce,
      setUnread: (count) => {
        this.frame.setUnread(count);
        announce("unread", { count });
      },
      nudge: (text) => this.frame.nudge(text),
      close: () => this.close(),
    });
  }
}
