export type ThemeChoice = "auto" | "light" | "dark";

/** Keeps `data-theme` of `element` at the choice, following the system while it is `auto`. Returns what ends it. */
export function followTheme(element: HTMLElement, choice: ThemeChoice): () => void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    element.dataset.theme = choice === "auto" ? (dark.matches ? "dark" : "light") : choice;
  };
  apply();
  if (choice !== "auto") return () => {};
  dark.addEventListener("change", apply);
  return () => dark.removeEventListener("change", apply);
}
