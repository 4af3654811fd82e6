import type { Clients, Tab } from "./scope";
import type { Target } from "./shown-notification";

/** What a page is told; it goes there without loading anew, so that no draft is lost. */
export interface OpenMessage {
  type: "handoff:open";
  path: string;
}

/** Brings up the dashboard at the conversation: in a tab that is open, else in a new one. */
export async function openTarget(clients: Clients, origin: string, target: Target): Promise<void> {
  const path = pathOf(target, origin);
  const tabs = await dashboards(clients, origin);
  const there = tabs.find((tab) => new URL(tab.url).pathname === path);
  const tab = there ?? tabs[0];
  if (!tab) return void (await clients.openWindow(path));
  if (!there) tab.postMessage({ type: "handoff:open", path } satisfies OpenMessage);
  await tab.focus();
}

export async function isWatched(clients: Clients, origin: string): Promise<boolean> {
  return (await dashboards(clients, origin)).some((tab) => tab.focused);
}

/** The open tabs, the one used last first. The demo page is not a dashboard. */
async function dashboards(clients: Clients, origin: string): Promise<Tab[]> {
  const tabs = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return tabs.filter((tab) => {
    const url = new URL(tab.url);
    return url.origin === origin && !/^\/demo\b/.test(url.pathname);
  });
}

// The dashboard may be known by another address here than the server's own.
function pathOf({ navigate, conversation }: Target, origin: string): string {
  if (conversation) return `/c/${encodeURIComponent(conversation)}`;
  try {
    const url = new URL(navigate ?? "/", origin);
    return url.origin === origin ? url.pathname + url.search : "/";
  } catch {
    return "/";
  }
}
