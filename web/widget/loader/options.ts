import type { ThemeChoice } from "../../shared/theme";

/** What the script tag says: `data-site`, `data-locale`, `data-theme`, `data-position`, `data-brand`, `data-dir`. */
export interface LoaderOptions {
  site: string;
  /** Origin of the server: where widget.js came from. */
  base: string;
  locale: string | null;
  theme: ThemeChoice;
  position: string;
  brand: string | null;
  dir: string | null;
}

export function themeChoice(value: string | null | undefined): ThemeChoice {
  return value === "light" || value === "dark" ? value : "auto";
}

const positions = ["start", "end", "left", "right"];

export function readOptions(script: HTMLScriptElement): LoaderOptions {
  const { site, locale, theme, position, brand, dir } = script.dataset;
  return {
    site: site || "default",
    base: new URL(script.src, location.href).origin,
    locale: locale || null,
    theme: themeChoice(theme),
    position: positions.includes(position ?? "") ? (position as string) : "end",
    brand: brand || null,
    dir: dir === "rtl" || dir === "ltr" ? dir : null,
  };
}
