const narrow = "(max-width: 479px)";
const reachable = "a[href], button:not([disabled]), input, textarea, [tabindex='0']";

function focusedIn(frame: HTMLElement): Element | null {
  return (frame.getRootNode() as ShadowRoot).activeElement;
}

/** Where the panel covers the whole screen it is modal: Tab goes round inside. */
function turnAround(frame: HTMLElement, event: KeyboardEvent): void {
  const stops = Array.from(frame.querySelectorAll<HTMLElement>(reachable));
  const first = stops[0];
  const last = stops[stops.length - 1];
  const focused = focusedIn(frame);
  if (event.shiftKey && focused === first) last?.focus();
  else if (!event.shiftKey && focused === last) first?.focus();
  else return;
  event.preventDefault();
}

/** A button that goes away with its card must not take the focus with it: it moves to the composer. */
function catchLostFocus(frame: HTMLElement): MutationObserver {
  let last: Element | null = null;
  frame.addEventListener("focusin", (event) => {
    last = event.target as Element;
  });
  const observer = new MutationObserver(() => {
    if (!last || last.isConnected || frame.hidden) return;
    if (document.activeElement !== document.body) return;
    last = null;
    frame.querySelector("textarea")?.focus({ preventScroll: true });
  });
  observer.observe(frame, { childList: true, subtree: true });
  return observer;
}

/** Keyboard rules of the panel: Escape closes, modal on small screens, no lost focus. Returns what ends them. */
export function holdFocus(frame: HTMLElement, close: () => void): () => void {
  const media = matchMedia(narrow);
  const setModal = () => frame.setAttribute("aria-modal", String(media.matches));
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) close();
    if (event.key === "Tab" && media.matches) turnAround(frame, event);
  };
  const observer = catchLostFocus(frame);
  setModal();
  media.addEventListener("change", setModal);
  frame.addEventListener("keydown", pressed);
  return () => {
    observer.disconnect();
    media.removeEventListener("change", setModal);
    frame.removeEventListener("keydown", pressed);
  };
}
