/** Where the agent is. The address bar is the only place that holds it. */
export type Page =
  | "inbox"
  | "callbacks"
  | "reports"
  | "settings"
  | "ai"
  | "notifications"
  | "sign-in";

export interface Route {
  page: Page;
  /** The open conversation; only on the inbox. */
  conversation: string | null;
  filter: Filter;
}

/** `?state=` of the inbox: nothing, one state, or `mine`. */
export type Filter = "all" | "waiting" | "mine" | "callback" | "ai" | "closed";

const filters: readonly Filter[] = ["all", "waiting", "mine", "callback", "ai", "closed"];

export function parseRoute(path: string, search: string): Route {
  const filter = parseFilter(new URLSearchParams(search).get("state"));
  const id = /^\/c\/([^/]+)\/?$/.exec(path)?.[1];
  if (id) return { page: "inbox", conversation: decode(id), filter };
  const setting = /^\/settings\/(ai|notifications)\/?$/.exec(path)?.[1] as Page | undefined;
  if (setting) return { page: setting, conversation: null, filter };
  const page = /^\/(callbacks|reports|settings|sign-in)\/?$/.exec(path)?.[1] as Page | undefined;
  return { page: page ?? "inbox", conversation: null, filter };
}

export function formatRoute(route: Partial<Route>): string {
  const path = route.conversation
    ? `/c/${encodeURIComponent(route.conversation)}`
    : pathOf(route.page);
  const inInbox = (route.page ?? "inbox") === "inbox";
  const filter = inInbox && route.filter && route.filter !== "all" ? `?state=${route.filter}` : "";
  return path + filter;
}

/** The token of a one-time link, `/sign-in#token=...`; it stays in the fragment so that no log sees it. */
export function linkToken(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, "")).get("token") || null;
}

function pathOf(page: Page | undefined): string {
  if (page === "ai" || page === "notifications") return `/settings/${page}`;
  return !page || page === "inbox" ? "/" : `/${page}`;
}

function parseFilter(value: string | null): Filter {
  if (value === "human") return "mine";
  return filters.find((filter) => filter === value) ?? "all";
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
