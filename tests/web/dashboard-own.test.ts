import { describe, expect, test } from "vitest";
import {
  bodyOf,
  type OwnNotifications,
  ownProblems,
  plainPhone,
} from "../../web/dashboard/model/own-notifications";

const wanted: OwnNotifications = {
  available: ["email", "whatsapp"],
  email: true,
  whatsapp: true,
  phone: "+40 700-000 000",
  quiet_hours: { start: "22:00", end: "07:00" },
  timezone: "Europe/Bucharest",
};

describe("what an agent wants to be told", () => {
  test.each([
    ["+40 (700) 000.000", "+40700000000"],
    ["0040700000000", "+40700000000"],
    ["", ""],
    [null, ""],
  ])("the number %s is sent as %s", (typed, plain) => {
    expect(plainPhone(typed)).toBe(plain);
  });

  test("all_is_well_with_a_number_and_a_night", () => {
    expect(ownProblems(wanted)).toEqual({});
    expect(ownProblems({ ...wanted, whatsapp: false, phone: null, quiet_hours: null })).toEqual({});
  });

  test.each([
    [{ phone: "" }, { phone: "own.need-phone" }],
    [{ phone: "0700 000 000" }, { phone: "own.bad-phone" }],
    [{ phone: "+40700", whatsapp: false }, { phone: "own.bad-phone" }],
    [{ quiet_hours: { start: "22:00", end: "" } }, { quiet_hours: "own.need-times" }],
    [{ quiet_hours: { start: "22:00", end: "22:00" } }, { quiet_hours: "own.same-times" }],
  ])("%j has to be put right first", (change, problems) => {
    expect(ownProblems({ ...wanted, ...change })).toEqual(problems);
  });

  test("only_the_agents_own_choices_are_sent", () => {
    expect(bodyOf(wanted)).toEqual({
      email: true,
      whatsapp: true,
      phone: "+40700000000",
      quiet_hours: { start: "22:00", end: "07:00" },
    });
  });
});
