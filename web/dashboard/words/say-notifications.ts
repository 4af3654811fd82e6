import type { Channel, Step } from "../model/notifications";
import { locale } from "../state/preferences";
import { en } from "./en";
import { say } from "./say";
import { sayDuration } from "./say-time";
import type { WordKey } from "./words";

/** A channel by its name; one that is newer than this page by its own. */
export function sayChannel(channel: Channel): string {
  return known(`channel.${channel}`) ?? channel;
}

/** What a notification is about; a type that is newer than this page is shown by its own name. */
export function sayDeliveryType(type: string): string {
  return known(`delivery.type.${type}`) ?? type;
}

/** "At once", "After 1 min". */
export function sayStep({ after_seconds }: Step): string {
  if (after_seconds === 0) return say("ladder.at-once");
  const odd = after_seconds < 120 && after_seconds !== 60;
  const time = odd ? say("reports.seconds", { count: after_seconds }) : minutes(after_seconds);
  return say("ladder.after", { time });
}

/** Channels in the middle of a sentence, "browser, webhook". */
export function sayChannels(list: readonly Channel[]): string {
  const names = list.map((channel) => known(`channel.inside.${channel}`) ?? channel);
  return new Intl.ListFormat(locale.value, { type: "unit" }).format(names);
}

// The server names some recipients in words of its own, always the same ones.
const recipients: readonly [RegExp, WordKey][] = [
  [/^a browser of (.+)$/, "target.browser"],
  [/^a browser that is gone$/, "target.browser-gone"],
  [/^a webhook that is not in the settings any more$/, "target.webhook-gone"],
];

export function sayTarget(target: string): string {
  for (const [pattern, words] of recipients) {
    const found = pattern.exec(target);
    if (found) return say(words, { name: found[1] ?? "" });
  }
  return target;
}

function minutes(seconds: number): string {
  return sayDuration(seconds / 60);
}

function known(key: string): string | null {
  return key in en ? say(key as WordKey) : null;
}
