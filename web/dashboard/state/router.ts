import { signal } from "@preact/signals";
import { formatRoute, parseRoute, type Route } from "../model/route";

export const route = signal<Route>(parseRoute(location.pathname, location.search));

addEventListener("popstate", () => {
  route.value = parseRoute(location.pathname, location.search);
});

/** Goes to a place; what is left out keeps the filter, so that going back to the list shows the same list. */
export function go(to: Partial<Route>, replace = false): void {
  const next = { filter: route.peek().filter, ...to };
  history[replace ? "replaceState" : "pushState"](null, "", formatRoute(next));
  route.value = parseRoute(location.pathname, location.search);
}

/** Takes the fragment out of the address; it may hold a sign-in token. */
export function dropFragment(): void {
  history.replaceState(null, "", "/");
  route.value = parseRoute("/", "");
}
