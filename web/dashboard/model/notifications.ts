/** The ways out of the house, in the order in which they are shown. */
export const channels = ["push", "email", "whatsapp", "webhook"] as const;
export type Channel = (typeof channels)[number];

/** One notification to one recipient, from `GET /v1/deliveries`. */
export interface Delivery {
  id: string;
  channel: Channel;
  /** Of the event; `handoff.alert` for a step of the ladder. */
  type: string;
  /** Covered so far that recipients can be told apart. */
  target: string;
  /** Null for what is about several conversations. */
  conversation: string | null;
  state: DeliveryState;
  attempts: number;
  /** By the other side, last. */
  said: string;
  created_at: string;
  due_at: string;
  ended_at: string | null;
}

export type DeliveryState = "pending" | "dead" | "done";

/** What one recipient's side said to a test. */
export interface TestResult {
  target: string;
  ok: boolean;
  said: string;
}

/** `notifications` of the settings, as far as this page reads them. */
export interface NotificationSettings {
  push?: object;
  email?: { to?: string[] };
  whatsapp?: { to?: string[] };
  webhooks?: { url?: string }[];
  ladder?: Step[];
}

export interface Step {
  after_seconds: number;
  channels: Channel[];
}

const usualLadder: readonly Step[] = [
  { after_seconds: 0, channels: ["push", "webhook"] },
  { after_seconds: 60, channels: ["email", "whatsapp"] },
];

export function channelsSetUp(settings: NotificationSettings | undefined): Channel[] {
  const { push, email, whatsapp, webhooks = [] } = settings ?? {};
  const isSetUp = { push, email, whatsapp, webhook: webhooks.length > 0 };
  return channels.filter((channel) => isSetUp[channel]);
}

/** Who is told when: the steps of the settings, or the usual ones, over the channels that are set up. */
export function ladderOf(settings: NotificationSettings | undefined): Step[] {
  const reachable = channelsSetUp(settings);
  const steps = new Map<number, Channel[]>();
  for (const step of settings?.ladder ?? usualLadder) {
    const together = [...(steps.get(step.after_seconds) ?? []), ...step.channels];
    const known = reachable.filter((channel) => together.includes(channel));
    if (known.length > 0) steps.set(step.after_seconds, known);
  }
  return [...steps]
    .map(([after_seconds, known]) => ({ after_seconds, channels: known }))
    .sort((a, b) => a.after_seconds - b.after_seconds);
}

/** Set up, and never used when somebody waits. */
export function leftOut(settings: NotificationSettings | undefined): Channel[] {
  const used = ladderOf(settings).flatMap((step) => step.channels);
  return channelsSetUp(settings).filter((channel) => !used.includes(channel));
}

/** Whom a channel of the settings reaches, in the words of the file; webhooks by their host only. */
export function recipientsOf(channel: Channel, settings: NotificationSettings): string[] {
  if (channel === "webhook") return (settings.webhooks ?? []).map(({ url }) => hostOf(url));
  return (channel === "push" ? undefined : settings[channel]?.to) ?? [];
}

function hostOf(url: string | undefined): string {
  try {
    return new URL(url ?? "").host;
  } catch {
    return "";
  }
}
