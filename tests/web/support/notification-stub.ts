import type { Delivery, TestResult } from "../../../web/dashboard/model/notifications";
import type { OwnNotifications } from "../../../web/dashboard/model/own-notifications";
import type { Answer } from "./agent-server";

/** The routes about notifications in memory. */
export class NotificationStub {
  /** What the signed-in agent wants. */
  own: OwnNotifications = {
    available: ["email", "whatsapp"],
    email: true,
    whatsapp: false,
    phone: "",
    quiet_hours: null,
    timezone: "Europe/Bucharest",
  };
  /** The newest first, as the server lists them. */
  deliveries: Delivery[] = [];
  /** What a test of a channel is answered; one that is missing is not set up. */
  readonly tests = new Map<string, TestResult[]>();

  answer(method: string, { pathname, searchParams }: URL, body: object): Answer | null {
    if (pathname === "/v1/deliveries") return [200, this.list(searchParams.get("state"))];
    if (pathname === "/v1/notifications/test") return this.test(String(Object.values(body)[0]));
    if (pathname === "/v1/session/notifications") return this.mine(method, body);
    const replayed = /^\/v1\/deliveries\/(.+)\/replay$/.exec(pathname)?.[1];
    return replayed && method === "POST" ? this.replay(replayed) : null;
  }

  private mine(method: string, body: object): Answer {
    if (method !== "PUT") return [200, this.own];
    this.own = { ...this.own, ...body };
    const { available: _, timezone: __, ...answer } = this.own;
    return [200, answer];
  }

  private list(state: string | null) {
    const items = this.deliveries.filter((delivery) => !state || delivery.state === state);
    return { items, next_cursor: null };
  }

  private test(channel: string): Answer {
    const results = this.tests.get(channel);
    const detail = `${channel} is not set up, or reaches nobody yet`;
    return results ? [200, { results }] : [409, { title: "Conflict", detail }];
  }

  private replay(id: string): Answer {
    const delivery = this.deliveries.find((one) => one.id === id);
    if (delivery?.state !== "dead") return [409, { title: "Conflict", detail: "It is not dead." }];
    Object.assign(delivery, { state: "pending", attempts: 0, ended_at: null });
    return [200, { delivery }];
  }
}

/** One that arrived; `change` says what is different. */
export function delivery(change: Partial<Delivery>): Delivery {
  return {
    id: "n_1",
    channel: "email",
    type: "handoff.alert",
    target: "te…@acme.example",
    conversation: "jonas",
    state: "done",
    attempts: 1,
    said: "250 queued",
    created_at: "2026-11-23T10:00:00Z",
    due_at: "2026-11-23T10:01:00Z",
    ended_at: "2026-11-23T10:01:02Z",
    ...change,
  };
}
