import { fallbackWords } from "./words";

/** What a notification of ours remembers until it is clicked. */
export interface Target {
  /** The address it leads to, as the server wrote it. */
  navigate: string | null;
  conversation: string | null;
}

/** The options that TypeScript's list for pages does not know are of service workers alone. */
export interface ShownOptions extends NotificationOptions {
  data: Target;
  actions?: { action: string; title: string }[];
  renotify?: boolean;
  timestamp?: number;
}

export interface Shown {
  title: string;
  options: ShownOptions;
}

/**
 * What to show for a push message in the declarative form (`web_push: 8030`), which only some browsers show by
 * themselves. A browser takes the subscription away when nothing is shown, so a message that cannot be read has
 * words of its own.
 */
export function shownNotification(message: string | null, language: string): Shown {
  const notification = members(members(parsed(message)).notification);
  const title = text(notification.title);
  if (!title) return unreadable(language);
  const tag = text(notification.tag);
  return {
    title,
    options: {
      body: text(notification.body) ?? "",
      lang: text(notification.lang) ?? "",
      dir: direction(notification.dir),
      data: target(notification),
      actions: actions(notification.actions),
      ...(tag ? { tag, renotify: notification.renotify === true } : {}),
      ...(typeof notification.timestamp === "number" ? { timestamp: notification.timestamp } : {}),
    },
  };
}

/** Without a second sound and banner, for somebody who looks at the dashboard already. */
export function quiet(shown: Shown): Shown {
  return { ...shown, options: { ...shown.options, renotify: false, silent: true } };
}

function unreadable(language: string): Shown {
  const words = fallbackWords(language);
  return {
    title: words.title,
    options: {
      tag: "unreadable",
      data: { navigate: null, conversation: null },
      actions: [{ action: "open", title: words.open }],
    },
  };
}

function target(notification: Record<string, unknown>): Target {
  const { conversation } = members(notification.data);
  return {
    navigate: text(notification.navigate) ?? null,
    conversation: text(conversation) ?? null,
  };
}

function actions(list: unknown): ShownOptions["actions"] {
  if (!Array.isArray(list)) return [];
  return list.map(members).flatMap((each) => {
    const [action, title] = [text(each.action), text(each.title)];
    return action && title ? [{ action, title }] : [];
  });
}

function direction(value: unknown): NotificationDirection {
  return value === "ltr" || value === "rtl" ? value : "auto";
}

function parsed(message: string | null): unknown {
  try {
    return JSON.parse(message ?? "");
  } catch {
    return null;
  }
}

function members(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
