// The panel: loaded on demand by widget.js. Wires the conversation to the views and to the loader.
import { effect, signal } from "@preact/signals";
import { loadDetection, loadState } from "handoff-core";
import { render } from "preact";
import { ApiClient } from "../shared/api-client";
import type { ConversationEvent } from "../shared/types";
import { holdFocus } from "./hold-focus";
import { unreadAfter } from "./model/spans";
import { announceEvent } from "./page-events";
import type { PanelHandle, PanelHost } from "./panel-api";
import { Chat } from "./state/chat";
import { Consent } from "./state/consent";
import { safeStorage } from "./state/safe-storage";
import { SessionStore, sessionKey } from "./state/session-store";
import sheetText from "./styles/panel.css";
import { App } from "./views/app";
import { PanelProvider } from "./views/context";
import { type Words, words } from "./words";

const tickMilliseconds = 10_000;

function adoptStyles(shadow: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetText);
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
}

function makeChat(host: PanelHost): Chat {
  const { base, config } = host;
  const api = new ApiClient({ base, headers: () => chat.headers() });
  const chat: Chat = new Chat({
    api,
    config,
    session: new SessionStore(safeStorage("localStorage"), config.site.id),
    tabStorage: safeStorage("sessionStorage"),
    locale: host.locale,
    page: () => ({
      url: location.href.split("#")[0] ?? "",
      title: document.title,
      referrer: document.referrer,
    }),
    attributes: host.attributes,
    announce: (_name, event) => announceEvent(host, event as ConversationEvent),
  });
  chat.identity = host.identity;
  return chat;
}

/**
 * The log needs the small module at once; the bigger one, which judges what is typed, comes after it. Without the one
 * the log is folded plainly, without the other the server decides alone. `data-core`: both are there, or one was refused.
 */
async function useCore(host: PanelHost, chat: Chat): Promise<void> {
  const state = await loadState(new URL(STATE_FILE, import.meta.url)).catch(() => null);
  if (state) chat.takeState(state);
  const detection = await loadDetection(new URL(DETECTION_FILE, import.meta.url)).catch(() => null);
  if (detection) chat.takeDetection(detection);
  host.root.dataset.core = state && detection ? "ready" : "refused";
}

/** Network, other tabs and the clock, until the panel is destroyed. */
function watchWorld(chat: Chat, key: string) {
  const online = signal(navigator.onLine);
  const now = signal(Date.now());
  const end = new AbortController();
  const { signal: until } = end;
  const network = () => {
    online.value = navigator.onLine;
    if (online.value) chat.wake();
  };
  window.addEventListener("online", network, { signal: until });
  window.addEventListener("offline", network, { signal: until });
  window.addEventListener("storage", (event) => event.key === key && chat.sessionChanged(), {
    signal: until,
  });
  document.addEventListener(
    "visibilitychange",
    () => document.visibilityState === "visible" && chat.wake(),
    { signal: until },
  );
  const ticking = setInterval(() => {
    now.value = Date.now();
  }, tickMilliseconds);
  until.addEventListener("abort", () => clearInterval(ticking));
  return { online, now, stop: () => end.abort() };
}

export function mount(host: PanelHost): PanelHandle {
  adoptStyles(host.shadow);
  const chat = makeChat(host);
  const world = watchWorld(chat, sessionKey(host.config.site.id));
  const consent = new Consent(safeStorage("localStorage"), host.config.site.id);
  const open = signal(false);
  const text = signal<Words>(words(host.locale));
  const stopUnread = effect(() => {
    const events = chat.log.events.value;
    if (open.value) {
      chat.markSeen();
      host.setUnread(0);
    } else if (!chat.loading.value) host.setUnread(unreadAfter(events, chat.seen));
  });
  // Whoever writes below the notice has read it.
  const stopNotice = effect(() => {
    if (host.config.consent === "notice" && chat.log.events.value.length > 0) consent.give();
  });
  const stopDrawing = effect(() => {
    const panel = {
      chat,
      config: host.config,
      consent,
      words: text.value,
      now: world.now,
      close: host.close,
    };
    render(
      <PanelProvider value={panel}>
        <App online={world.online} />
      </PanelProvider>,
      host.frame,
    );
  });
  const releaseFocus = holdFocus(host.frame, host.close);
  void chat.resume();
  void useCore(host, chat);

  return {
    opened() {
      open.value = true;
      host.frame.querySelector("textarea")?.focus({ preventScroll: true });
    },
    closed() {
      open.value = false;
    },
    send: (message) => chat.send(message),
    requestHuman: () => void chat.requestHuman(),
    identify(token) {
      chat.identity = token;
    },
    setAttributes(attributes) {
      chat.attributes = attributes;
    },
    setLocale(locale) {
      chat.locale = locale;
      text.value = words(locale);
    },
    destroy() {
      stopUnread();
      stopNotice();
      stopDrawing();
      releaseFocus();
      world.stop();
      chat.stop();
      render(null, host.frame);
    },
  };
}
