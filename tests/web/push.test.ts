import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const ana = { id: "a1", name: "Ana", email: "ana@example.com", role: "admin" };
const radu = { id: "a2", name: "Radu", email: "radu@example.com", role: "agent" };

/** This computer: its browser, and the server behind it. */
class Computer {
  permission: NotificationPermission = "default";
  /** What the agent will answer when asked. */
  answer: NotificationPermission = "granted";
  subscribed: string | null = null;
  subscribedWith: string | null = null;
  publicKey: string | null = "KEY";
  serverAway = false;
  readonly calls: string[] = [];
  private count = 0;

  readonly pushManager = {
    subscribe: async ({ applicationServerKey }: PushSubscriptionOptionsInit) => {
      if (this.subscribed && this.subscribedWith !== applicationServerKey)
        throw new DOMException("another key", "InvalidStateError");
      this.subscribed ??= `https://push/${++this.count}`;
      this.subscribedWith = String(applicationServerKey);
      return this.subscription();
    },
    getSubscription: async () => (this.subscribed ? this.subscription() : null),
  };

  install(): void {
    const registration = { pushManager: this.pushManager };
    vi.stubGlobal("PushManager", class {});
    vi.stubGlobal("Notification", {
      requestPermission: async () => {
        this.calls.push("ask");
        this.permission = this.answer;
        return this.permission;
      },
    });
    const permission = () => this.permission;
    Object.defineProperty(Notification, "permission", { get: permission });
    Object.defineProperty(navigator, "serviceWorker", {
      configurable: true,
      value: Object.assign(new EventTarget(), {
        register: async (file: string) => {
          this.calls.push(`register ${file}`);
          return registration;
        },
        getRegistration: async () => registration,
        ready: Promise.resolve(registration),
      }),
    });
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => this.serve(url, init));
  }

  private subscription() {
    const endpoint = this.subscribed ?? "";
    return {
      endpoint,
      toJSON: () => ({ endpoint, expirationTime: null, keys: { p256dh: "P", auth: "A" } }),
      unsubscribe: async () => {
        this.calls.push(`unsubscribe ${endpoint}`);
        this.subscribed = null;
        return true;
      },
    };
  }

  private serve(url: string, init: RequestInit): Response {
    if (this.serverAway) throw new TypeError("no network");
    if (url !== "/v1/push-subscriptions") return new Response(null, { status: 204 });
    const said = init.body ? ` ${String(init.body)}` : "";
    this.calls.push(`${init.method}${said}`);
    if (init.method === "DELETE") return new Response(null, { status: 204 });
    return Response.json({ public_key: this.publicKey, subscribed: 0 });
  }
}

const post = (n: number) =>
  `POST {"endpoint":"https://push/${n}","keys":{"p256dh":"P","auth":"A"}}`;

describe("notifications on this computer", () => {
  let computer: Computer;
  let push: typeof import("../../web/dashboard/state/push");
  let session: typeof import("../../web/dashboard/state/session");

  /** Opens the dashboard anew, as a reload does. */
  async function open(): Promise<void> {
    vi.resetModules();
    session = await import("../../web/dashboard/state/session");
    push = await import("../../web/dashboard/state/push");
    push.followPush();
  }

  function enter(agent: typeof ana): void {
    session.agent.value = agent as never;
    session.ended.value = false;
    session.phase.value = "in";
  }

  const settled = (state: string) => vi.waitFor(() => expect(push.pushState.value).toBe(state));

  beforeEach(async () => {
    localStorage.clear();
    history.replaceState(null, "", "/");
    computer = new Computer();
    computer.install();
    await open();
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, "serviceWorker");
  });

  it("are_off_and_nobody_is_asked_before_a_click", async () => {
    enter(ana);
    await settled("off");
    await push.preparePush();
    expect(push.pushState.value).toBe("off");
    expect(computer.calls).toEqual(["GET"]);
  });

  it("are_turned_on_by_a_click", async () => {
    enter(ana);
    await settled("off");
    await push.turnPushOn();
    expect(push.pushState.value).toBe("on");
    expect(computer.calls).toEqual(["ask", "GET", "register /service-worker.js", post(1)]);
    expect(computer.subscribedWith).toBe("KEY");
  });

  it("are_working_while_the_browser_asks", async () => {
    enter(ana);
    await settled("off");
    const done = push.turnPushOn();
    expect(push.pushState.value).toBe("working");
    await done;
  });

  it("stay_off_when_the_question_is_closed_and_are_blocked_after_a_no", async () => {
    enter(ana);
    await settled("off");
    computer.answer = "default";
    await push.turnPushOn();
    expect(push.pushState.value).toBe("off");
    computer.answer = "denied";
    await push.turnPushOn();
    expect(push.pushState.value).toBe("blocked");
    expect(computer.subscribed).toBeNull();
  });

  it("are_blocked_from_the_start_where_the_browser_refuses_them", async () => {
    computer.permission = "denied";
    enter(ana);
    await settled("blocked");
  });

  it("are_not_offered_where_the_server_has_no_key", async () => {
    computer.publicKey = null;
    enter(ana);
    await settled("off");
    await push.preparePush();
    expect(push.pushState.value).toBe("not-set-up");
    computer.publicKey = "KEY";
    await push.preparePush();
    expect(push.pushState.value).toBe("off");
  });

  it("say_why_they_failed_and_can_be_tried_again", async () => {
    enter(ana);
    await settled("off");
    computer.serverAway = true;
    await push.turnPushOn();
    expect(push.pushState.value).toBe("failed");
    expect(push.pushFailure.value).toBe("The server cannot be reached");
    computer.serverAway = false;
    await push.turnPushOn();
    expect(push.pushState.value).toBe("on");
  });

  it("are_told_to_the_server_again_at_each_start", async () => {
    enter(ana);
    await settled("off");
    await push.turnPushOn();
    computer.calls.length = 0;
    await open();
    enter(ana);
    await settled("on");
    expect(computer.calls).toEqual(["GET", "register /service-worker.js", post(1)]);
  });

  it("are_made_anew_when_the_servers_key_has_changed", async () => {
    enter(ana);
    await settled("off");
    await push.turnPushOn();
    computer.publicKey = "OTHER";
    await open();
    enter(ana);
    await settled("on");
    expect(computer.calls.slice(-2)).toEqual(["unsubscribe https://push/1", post(2)]);
    expect(computer.subscribedWith).toBe("OTHER");
  });

  it("are_turned_off_here_and_at_the_server", async () => {
    enter(ana);
    await settled("off");
    await push.turnPushOn();
    computer.calls.length = 0;
    await push.turnPushOff();
    expect(push.pushState.value).toBe("off");
    expect(computer.calls).toEqual([
      'DELETE {"endpoint":"https://push/1"}',
      "unsubscribe https://push/1",
    ]);
    await open();
    enter(ana);
    await settled("off");
    expect(computer.subscribed).toBeNull();
  });

  it("are_turned_off_also_when_the_server_cannot_be_told", async () => {
    enter(ana);
    await settled("off");
    await push.turnPushOn();
    computer.serverAway = true;
    await push.turnPushOff();
    expect(push.pushState.value).toBe("off");
    expect(computer.subscribed).toBeNull();
  });

  it("end_with_signing_out_and_come_back_with_the_same_agent", async () => {
    enter(ana);
    await settled("off");
    await push.turnPushOn();
    await session.signOut();
    await settled("off");
    await vi.waitFor(() => expect(computer.subscribed).toBeNull());
    enter(ana);
    await settled("on");
    expect(computer.subscribed).toBe("https://push/2");
  });

  it("go_on_when_a_session_runs_out", async () => {
    enter(ana);
    await settled("off");
    await push.turnPushOn();
    const { refusedAsUnknown } = await import("../../web/dashboard/state/api");
    refusedAsUnknown.value += 1;
    expect(session.phase.value).toBe("out");
    enter(ana);
    await settled("on");
    expect(computer.subscribed).toBe("https://push/1");
    expect(computer.calls).not.toContain("unsubscribe https://push/1");
  });

  it("are_not_shown_to_the_next_agent", async () => {
    enter(ana);
    await settled("off");
    await push.turnPushOn();
    await open();
    enter(radu);
    await settled("off");
    expect(computer.subscribed).toBeNull();
  });

  it("are_unsupported_without_service_workers", async () => {
    Reflect.deleteProperty(navigator, "serviceWorker");
    await open();
    enter(ana);
    expect(push.pushState.value).toBe("unsupported");
  });

  it("lead_to_the_conversation_that_the_worker_names", async () => {
    enter(ana);
    const { route } = await import("../../web/dashboard/state/router");
    const tell = (data: unknown) =>
      navigator.serviceWorker.dispatchEvent(new MessageEvent("message", { data }));
    tell({ type: "handoff:open", path: "/c/c_1" });
    expect(route.value).toMatchObject({ page: "inbox", conversation: "c_1" });
    for (const odd of [null, "x", {}, { type: "handoff:open", path: 7 }, { path: "/c/c_2" }])
      tell(odd);
    expect(route.value.conversation).toBe("c_1");
  });
});
