/**
 * The part of a service worker's world that we use. TypeScript has it in a library of its own, which cannot be loaded
 * beside the one for pages.
 */
export interface Scope {
  readonly location: { readonly origin: string };
  readonly navigator: { readonly language: string };
  readonly registration: ServiceWorkerRegistration;
  readonly clients: Clients;
  skipWaiting(): Promise<void>;
  addEventListener<K extends keyof Events>(type: K, listener: (event: Events[K]) => void): void;
}

export interface Clients {
  matchAll(options: { type: "window"; includeUncontrolled: true }): Promise<readonly Tab[]>;
  openWindow(url: string): Promise<unknown>;
  claim(): Promise<void>;
}

export interface Tab {
  readonly url: string;
  readonly focused: boolean;
  focus(): Promise<unknown>;
  postMessage(message: unknown): void;
}

interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}

export interface SubscriptionChange extends Waiting {
  readonly oldSubscription?: PushSubscription | null;
  readonly newSubscription?: PushSubscription | null;
}

interface Events {
  install: Waiting;
  activate: Waiting;
  push: Waiting & { readonly data: { text(): string } | null };
  notificationclick: Waiting & { readonly notification: { close(): void; readonly data: unknown } };
  pushsubscriptionchange: SubscriptionChange;
}
