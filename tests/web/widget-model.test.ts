import { describe, expect, it } from "vitest";
import { mergedContact } from "../../web/shared/contact";
import type { ConversationEvent } from "../../web/shared/types";
import { textOn } from "../../web/widget/loader/brand";
import {
  contactErrors,
  isReachable,
  missingFields,
  refusedFields,
} from "../../web/widget/model/contact-check";
import { lastPerson, openOffer, spansOf, unreadAfter } from "../../web/widget/model/spans";
import { minutesBetween, percent, rangePicture } from "../../web/widget/model/wait-range";

let seq = 0;
const at = (minute: number) => `2026-11-23T10:${String(minute).padStart(2, "0")}:00Z`;
const event = (type: string, more: Partial<ConversationEvent> = {}) =>
  ({ seq: ++seq, type, at: at(0), author: "system", ...more }) as ConversationEvent;
const says = (author: "visitor" | "ai" | "agent", minute = 0) =>
  event("message", {
    author,
    at: at(minute),
    text: "x",
    agent: author === "agent" ? ana : undefined,
  });
const ana = { id: "a1", name: "Ana" };

describe("spans", () => {
  it("begin with each change of owner and name the speaker once", () => {
    const spans = spansOf([
      says("visitor"),
      says("ai"),
      says("ai"),
      says("ai", 6),
      event("hidden"),
      event("handoff.requested"),
      event("taken_over", { agent: ana }),
      says("agent"),
    ]);
    expect(spans.map(({ voice }) => voice)).toEqual(["ai", "waiting", "human"]);
    expect(spans[0]?.entries.map(({ named }) => named)).toEqual([false, true, false, true]);
    expect(spans[2]?.entries[0]?.named).toBe(true);
  });

  it("show a wish that was answered by a promise as one change", () => {
    const spans = spansOf([event("handoff.requested"), event("callback.promised")]);
    expect(spans.map(({ voice }) => voice)).toEqual(["ai", "callback"]);
  });

  it("know the offer that stands, until its reason is declined or the owner changes", () => {
    const offer = event("handoff.offered", { reason: "low_confidence" });
    expect(openOffer([offer, says("visitor")], [])).toBe(offer);
    expect(openOffer([offer], ["low_confidence"])).toBeNull();
    expect(openOffer([offer, event("handoff.requested")], [])).toBeNull();
  });

  it("count what others said after the last look", () => {
    const events = [says("ai"), says("visitor"), says("agent")];
    expect(unreadAfter(events, events[0]?.seq ?? 0)).toBe(1);
  });

  it("remember who was here", () => {
    expect(lastPerson([event("taken_over", { agent: ana }), event("returned_to_ai")])).toBe("Ana");
    expect(lastPerson([says("ai")])).toBeNull();
  });
});

describe("the picture of a wait", () => {
  it("reaches to twice the long wait and marks the visitor's own", () => {
    const picture = rangePicture({ p50_seconds: 120, p90_seconds: 300 }, 1);
    expect(picture).toEqual({ low: 2, high: 5, end: 10, waited: 1, late: false });
    expect(percent(5, picture)).toBe(50);
  });

  it("says when it takes longer, and never leaves the axis", () => {
    expect(rangePicture({ p50_seconds: 10, p90_seconds: 20 }, 60)).toMatchObject({
      low: 1,
      high: 1,
      waited: 2,
      late: true,
    });
  });

  it("does not count backwards when clocks differ", () => {
    expect(minutesBetween(at(10), Date.parse(at(5)))).toBe(0);
  });
});

describe("contact details", () => {
  it("are asked for only as far as the site asks", () => {
    expect(contactErrors({}, ["email"])).toEqual({ email: "form.needEmail" });
    expect(contactErrors({}, [])).toEqual({});
  });

  it.each(["jonas@lindqvist", "@a.ro", "a b@c.ro", "a@b..ro", "a@b.", "a@@b.ro"])(
    "refuse the address %s",
    (email) => expect(contactErrors({ email }, ["email"])).toEqual({ email: "form.badEmail" }),
  );

  it.each(["jonas@lindqvist.example", "a.b+c@d-e.co.uk", "ană@exemplu.ro"])("take %s", (email) =>
    expect(contactErrors({ email }, ["email"])).toEqual({}),
  );

  it("refuse a number with too few digits", () => {
    expect(contactErrors({ phone: "+40 12" }, ["phone"])).toEqual({ phone: "form.badPhone" });
    expect(contactErrors({ phone: "+40 (720) 123-456" }, ["phone"])).toEqual({});
  });
});

describe("contact details that are known", () => {
  const ask = ["name", "email", "phone"] as const;

  it("are not missing", () => {
    expect(missingFields(null, ask)).toEqual(["name", "email", "phone"]);
    expect(missingFields({ name: "Jo", email: " ", phone: null }, ask)).toEqual(["email", "phone"]);
    expect(missingFields({ name: "Jo" }, ["name"])).toEqual([]);
    expect(missingFields(null, [])).toEqual([]);
  });

  it("stay when others are added", () => {
    const known = { name: "Jo", email: "jo@example.com" };
    expect(mergedContact(known, { phone: "+40720123456", name: "" })).toEqual({
      name: "Jo",
      email: "jo@example.com",
      phone: "+40720123456",
    });
    expect(mergedContact(null, { email: "jo@example.com" })).toEqual({ email: "jo@example.com" });
  });

  it("lead to the visitor or do not", () => {
    expect([{ name: "Jo" }, { email: "a@b.ro" }, { phone: "1" }, null].map(isReachable)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("that the server does not take are named", () => {
    const errors = [{ path: "email", message: "is not an address" }];
    expect(refusedFields({ title: "Invalid", status: 400, errors })).toEqual({
      email: "form.badEmail",
    });
    expect(refusedFields({ title: "Gone", status: 404 })).toEqual({});
    expect(refusedFields(null)).toEqual({});
  });
});

describe("the site's colour", () => {
  it("gets black or white text, whichever reads better", () => {
    expect([textOn("#1f2622"), textOn("#ffd"), textOn("#8f3a1c")]).toEqual([
      "#ffffff",
      "#000000",
      "#ffffff",
    ]);
  });

  it("is not taken when it is not a plain colour", () => {
    expect([textOn("red"), textOn("#12"), textOn("url(x)"), textOn("")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
