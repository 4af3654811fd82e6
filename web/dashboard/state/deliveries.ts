import type {
  Channel,
  Delivery,
  DeliveryState,
  NotificationSettings,
  TestResult,
} from "../model/notifications";
import { api } from "./api";

export type DeliveryFilter = "all" | DeliveryState;

/** What the page about notifications shows. */
export interface NotificationOverview {
  settings: NotificationSettings | undefined;
  /** What `items` was asked for. */
  filter: DeliveryFilter;
  /** The newest first. */
  items: Delivery[];
  /** How many were given up, whatever the filter. */
  dead: number;
}

/** The server shows this many at most. */
export const mostShown = 200;
/** A channel is tried for every recipient, one after the other. */
const testSeconds = 90;

export async function loadNotifications(filter: DeliveryFilter): Promise<NotificationOverview> {
  const [settings, items, dead] = await Promise.all([
    api.get<{ notifications?: NotificationSettings }>("/v1/settings"),
    deliveries(filter),
    filter === "dead" ? null : deliveries("dead"),
  ]);
  return { settings: settings.notifications, filter, items, dead: (dead ?? items).length };
}

export async function sendTest(channel: Channel): Promise<TestResult[]> {
  const answer = await api.post<{ results: TestResult[] }>(
    "/v1/notifications/test",
    { channel },
    testSeconds,
  );
  return answer.results;
}

/** Only one that was given up is sent again. */
export async function sendAgain({ id }: Delivery): Promise<void> {
  await api.post(`/v1/deliveries/${encodeURIComponent(id)}/replay`);
}

async function deliveries(filter: DeliveryFilter): Promise<Delivery[]> {
  const query = filter === "all" ? "" : `?state=${filter}`;
  return (await api.get<{ items: Delivery[] }>(`/v1/deliveries${query}`)).items;
}
