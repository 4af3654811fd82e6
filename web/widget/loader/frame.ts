import { direction } from "../../shared/i18n";
import { followTheme, type ThemeChoice } from "../../shared/theme";
import { applyBrand } from "./brand";
import sheetText from "./launcher.css";
import type { LoaderOptions } from "./options";
import { launcherWords } from "./words";

const svgNamespace = "http://www.w3.org/2000/svg";

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Two machine words, then a person: dot, dot, bar. */
function mark(): SVGElement {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("viewBox", "0 0 25 9");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svgNamespace, "path");
  path.setAttribute(
    "d",
    "M1.2 4.5a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0M7.2 4.5a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0M16.3 2.2h5.4a2.3 2.3 0 0 1 0 4.6h-5.4a2.3 2.3 0 0 1 0-4.6z",
  );
  svg.append(path);
  return svg;
}

/** The element on the page: launcher, nudge, and the empty dialog that the panel fills. */
export class Frame {
  readonly host = document.createElement("handoff-widget");
  readonly shadow: ShadowRoot;
  readonly root: HTMLElement;
  readonly panel: HTMLElement;
  private readonly row = make("div", { class: "place launch-row" });
  private readonly launcher = make("button", { type: "button", class: "launcher" });
  private readonly badge = make("span", { class: "badge", "aria-hidden": "true" });
  private readonly nudgeLine = make("button", { type: "button", class: "nudge", dir: "auto" });
  private stopTheme = () => {};
  private nudged = false;

  constructor(options: LoaderOptions, siteName: string, onOpen: () => void, onNear: () => void) {
    this.shadow = this.host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(sheetText);
    this.shadow.adoptedStyleSheets = [sheet];
    this.root = make("div", { class: "root", "data-position": options.position });
    this.panel = make("div", {
      class: "place panel",
      role: "dialog",
      "aria-label": siteName,
      hidden: "",
    });
    this.build(onOpen, onNear);
    this.setTheme(options.theme);
    applyBrand(this.root, options.brand);
  }

  setTheme(choice: ThemeChoice): void {
    this.stopTheme();
    this.stopTheme = followTheme(this.root, choice);
  }

  setLocale(locale: string, dir: string | null): void {
    this.root.lang = locale;
    this.root.dir = dir ?? direction(locale);
    this.launcher.setAttribute("aria-label", launcherWords(locale).open);
  }

  setUnread(count: number): void {
    this.badge.hidden = count === 0;
    this.badge.textContent = count > 99 ? "99+" : String(count);
    // The name stays the same for those who look for it; the number is its description.
    this.launcher.title = count > 0 ? launcherWords(this.root.lang).unread(count) : "";
  }

  nudge(text: string): void {
    if (this.nudged || this.row.hidden || !this.panel.hidden) return;
    this.nudged = true;
    this.nudgeLine.textContent = text;
    this.nudgeLine.hidden = false;
  }

  show(shown: boolean): void {
    this.row.hidden = !shown;
  }

  open(): void {
    this.nudgeLine.hidden = true;
    this.panel.hidden = false;
    this.row.hidden = true;
  }

  close(launcherShown: boolean): void {
    const hadFocus = this.shadow.activeElement !== null;
    this.panel.hidden = true;
    this.row.hidden = !launcherShown;
    if (hadFocus) this.launcher.focus();
  }

  remove(): void {
    this.stopTheme();
    this.host.remove();
  }

  private build(onOpen: () => void, onNear: () => void): void {
    this.badge.hidden = true;
    this.nudgeLine.hidden = true;
    this.launcher.setAttribute("aria-haspopup", "dialog");
    this.launcher.setAttribute("aria-expanded", "false");
    this.launcher.append(mark());
    const place = make("span", { class: "launcher-place" });
    place.append(this.launcher, this.badge);
    this.launcher.addEventListener("click", onOpen);
    this.launcher.addEventListener("pointerenter", onNear, { once: true });
    this.launcher.addEventListener("focus", onNear, { once: true });
    this.nudgeLine.addEventListener("click", onOpen);
    this.row.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.nudgeLine.hidden = true;
    });
    this.row.append(this.nudgeLine, place);
    this.root.append(this.row, this.panel);
    this.shadow.append(this.root);
  }
}
