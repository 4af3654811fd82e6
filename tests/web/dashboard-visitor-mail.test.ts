import { describe, expect, test } from "vitest";
import { mailWords, type VisitorMail } from "../../web/dashboard/model/visitor-mail";

const mail = (known: Partial<VisitorMail>): VisitorMail => ({
  address: "jon@visitor.example",
  state: "none",
  asked_at: null,
  last_sent_at: null,
  waiting: 0,
  away: true,
  ...known,
});

describe("what an agent is told of mails to a visitor", () => {
  test("nothing_where_the_site_sends_none", () => {
    expect(mailWords(mail({ state: "not_set_up" }))).toBeNull();
    expect(mailWords(mail({ state: "not_set_up", address: null }))).toBeNull();
  });

  test("that_no_address_was_left_once_the_visitor_is_away", () => {
    expect(mailWords(mail({ address: null }))).toBe("mail.no-address");
    expect(mailWords(mail({ address: null, away: false }))).toBeNull();
  });

  test("each_state_in_words_of_its_own", () => {
    for (const state of ["asked", "confirmed", "refused", "capped", "undeliverable"] as const)
      expect(mailWords(mail({ state }))).toBe(`mail.${state}`);
    expect(mailWords(mail({}))).toBe("mail.unasked");
  });

  test("a_state_that_is_newer_than_this_page_promises_nothing", () => {
    expect(mailWords(mail({ state: "later" as VisitorMail["state"] }))).toBe("mail.unasked");
  });
});
