import type { ApiClient } from "../../shared/api-client";

/** The page and its service worker both subscribe: this is what they share. */

const path = "/v1/push-subscriptions";

/** Where the worker's script stands: beside the pages, because it may serve only what is below it. */
export const workerFile = "/service-worker.js";

/** The server's public key; `null` where web push is not set up. */
export async function serverKey(api: ApiClient): Promise<string | null> {
  return (await api.get<{ public_key: string | null }>(path)).public_key;
}

/** This browser's subscription for that key. One for another key, of a server that was set up anew, makes room. */
export async function subscribe(push: PushManager, key: string): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await push.subscribe(options);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "InvalidStateError")) throw error;
    await (await push.getSubscription())?.unsubscribe();
    return push.subscribe(options);
  }
}

export async function tellServer(api: ApiClient, subscription: PushSubscription): Promise<void> {
  const { endpoint, keys } = subscription.toJSON();
  await api.post(path, { endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth } });
}

export async function forgetAtServer(api: ApiClient, endpoint: string): Promise<void> {
  await api.request("DELETE", path, { endpoint });
}
