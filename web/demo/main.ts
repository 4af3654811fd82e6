import "./demo.css";
import { followTheme } from "../shared/theme";
import { romanian } from "./words";

type Handoff = ((...call: unknown[]) => unknown) & { q?: unknown[][] };

/** The embedding page's own queue: calls made before widget.js is there are kept in `q`. */
function handoff(...call: unknown[]): void {
  const page = window as unknown as { handoff?: Handoff };
  if (!page.handoff) {
    const queue: unknown[][] = [];
    page.handoff = Object.assign((...later: unknown[]) => queue.push(later), { q: queue });
  }
  page.handoff(...call);
}

function speakRomanian(): void {
  document.documentElement.lang = "ro";
  for (const element of document.querySelectorAll<HTMLElement>("[data-text]"))
    element.textContent = romanian[element.dataset.text ?? ""] ?? element.textContent;
  document.querySelector("nav")?.setAttribute("aria-label", "Magazin");
}

const query = new URLSearchParams(location.search);
const theme = query.get("theme");

if (query.get("locale") === "ro") {
  speakRomanian();
  handoff("setLocale", "ro");
}
if (theme === "dark" || theme === "light") handoff("setTheme", theme);
followTheme(document.documentElement, theme === "dark" || theme === "light" ? theme : "auto");
document.querySelector(".book")?.addEventListener("click", () => handoff("open"));
