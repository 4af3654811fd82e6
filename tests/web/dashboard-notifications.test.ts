import { describe, expect, test } from "vitest";
import {
  channelsSetUp,
  ladderOf,
  leftOut,
  recipientsOf,
} from "../../web/dashboard/model/notifications";
import {
  sayChannels,
  sayDeliveryType,
  sayStep,
  sayTarget,
} from "../../web/dashboard/words/say-notifications";

const push = { subject: "mailto:ops@acme.example" };
const email = { to: ["team@acme.example"] };
const webhooks = [{ url: "https://hooks.acme.example/x?key=s3cret" }];

describe("the ladder of the settings", () => {
  test("only_channels_with_settings_count", () => {
    expect(channelsSetUp(undefined)).toEqual([]);
    expect(channelsSetUp({ webhooks: [] })).toEqual([]);
    expect(channelsSetUp({ webhooks, push })).toEqual(["push", "webhook"]);
  });

  test("the_usual_steps_hold_where_none_are_written", () => {
    expect(ladderOf({ push, email })).toEqual([
      { after_seconds: 0, channels: ["push"] },
      { after_seconds: 60, channels: ["email"] },
    ]);
  });

  test("steps_at_the_same_time_are_one_and_what_is_not_set_up_is_left_out", () => {
    const ladder = [
      { after_seconds: 300, channels: ["email" as const] },
      { after_seconds: 0, channels: ["webhook" as const] },
      { after_seconds: 0, channels: ["push" as const, "whatsapp" as const] },
    ];
    expect(ladderOf({ push, email, webhooks, ladder })).toEqual([
      { after_seconds: 0, channels: ["push", "webhook"] },
      { after_seconds: 300, channels: ["email"] },
    ]);
  });

  test("channels_that_no_step_uses_are_named", () => {
    const ladder = [{ after_seconds: 0, channels: ["push" as const] }];
    expect(leftOut({ push, email, ladder })).toEqual(["email"]);
    expect(leftOut({ push, email })).toEqual([]);
  });

  test("webhooks_are_shown_by_their_host_only", () => {
    expect(recipientsOf("webhook", { webhooks })).toEqual(["hooks.acme.example"]);
    expect(recipientsOf("email", { email })).toEqual(["team@acme.example"]);
    expect(recipientsOf("push", { push })).toEqual([]);
  });

  test.each([
    [0, "At once"],
    [30, "After 30 s"],
    [60, "After 1 min"],
    [90, "After 90 s"],
    [300, "After 5 min"],
    [3600, "After 1 h"],
  ])("says when a step after %i s is", (after_seconds, words) => {
    expect(sayStep({ after_seconds, channels: [] })).toBe(words);
  });

  test("channels_stand_in_a_sentence", () => {
    expect(sayChannels(["push", "webhook"])).toBe("browser, webhook");
  });
});

describe("a delivery in words", () => {
  test("unknown_types_keep_their_own_name", () => {
    expect(sayDeliveryType("handoff.alert")).toBe("Somebody waits");
    expect(sayDeliveryType("something.newer")).toBe("something.newer");
  });

  test("recipients_without_an_address_are_described", () => {
    expect(sayTarget("a browser of Ana Pop")).toBe("A browser of Ana Pop");
    expect(sayTarget("a browser that is gone")).toBe("A browser that is gone");
    expect(sayTarget("te…@acme.example")).toBe("te…@acme.example");
  });
});
