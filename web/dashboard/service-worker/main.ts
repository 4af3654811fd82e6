import { ApiClient } from "../../shared/api-client";
import { renew } from "./renew";
import type { Scope } from "./scope";
import { quiet, shownNotification, type Target } from "./shown-notification";
import { isWatched, openTarget } from "./tabs";

/** Shows notifications while no dashboard is open. It keeps no files and touches no request. */
const scope = self as unknown as Scope;
const api = new ApiClient({ session: true });

// A new version has nothing to wait for: it holds no state.
scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener("push", (event) => {
  event.waitUntil(show(event.data?.text() ?? null));
});

scope.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const target = event.notification.data as Target;
  event.waitUntil(openTarget(scope.clients, scope.location.origin, target));
});

scope.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renew(scope, api, event));
});

async function show(message: string | null): Promise<void> {
  const shown = shownNotification(message, scope.navigator.language);
  const watched = await isWatched(scope.clients, scope.location.origin);
  const { title, options } = watched ? quiet(shown) : shown;
  await scope.registration.showNotification(title, options);
}
