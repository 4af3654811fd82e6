import type { ApiClient } from "../../shared/api-client";
import { forgetAtServer, serverKey, subscribe, tellServer } from "../model/push-subscription";
import type { Scope, SubscriptionChange } from "./scope";

/**
 * The browser has changed or ended the subscription: the server gets the new one. Where nobody is signed in any more
 * this fails, and the dashboard does it at its next start.
 */
export async function renew(
  scope: Pick<Scope, "registration">,
  api: ApiClient,
  change: SubscriptionChange,
): Promise<void> {
  const key = await serverKey(api);
  if (!key) return;
  const old = change.oldSubscription?.endpoint;
  const fresh = change.newSubscription ?? (await subscribe(scope.registration.pushManager, key));
  await tellServer(api, fresh);
  if (old && old !== fresh.endpoint) await forgetAtServer(api, old);
}
