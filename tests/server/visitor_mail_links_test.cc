#include "support/mailed_app.h"

/// The pages behind the links in mails to visitors.
namespace handoff::testing {
namespace {

/// A visitor who was asked; the link of that mail.
struct Asked {
  Asked() {
    mailed.answer(visit, "We do.");
    mailed.later(Seconds(120));
    link = link_in(mailed.sink.next_mail());
  }
  MailedApp mailed = MailedApp();
  TestApp::Visit visit = mailed.visitor();
  std::string link = {};
};

bool says(const Answer& page, const std::string& text) {
  return page.body.find(text) != std::string::npos;
}

TEST(VisitorMailLinks, show_a_page_that_loads_and_tells_nothing) {
  Asked asked;
  const auto page = asked.mailed.open(asked.link);
  EXPECT_EQ(page.status, 200);
  const std::string& policy = page.headers.at("content-security-policy");
  EXPECT_NE(policy.find("default-src 'none'; style-src 'nonce-"), std::string::npos);
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  EXPECT_EQ(page.headers.at("referrer-policy"), "no-referrer");
  EXPECT_EQ(page.headers.at("cache-control"), "no-store");
  EXPECT_NE(page.headers.at("x-robots-tag").find("noindex"), std::string::npos);
  EXPECT_TRUE(says(page, "Confirm my address"));
  for (const char* secret : {"Cluj", "Jon", "jon@", "Ana", "We do", "http", "src="})
    EXPECT_FALSE(says(page, secret)) << secret;
}

TEST(VisitorMailLinks, work_once) {
  Asked asked;
  EXPECT_EQ(asked.mailed.press(asked.link, "action=confirm").status, 200);
  asked.mailed.app.app->drain();
  asked.mailed.sink.next_mail();
  const auto again = asked.mailed.press(asked.link, "action=confirm");
  EXPECT_TRUE(says(again, "Your address is confirmed"));
  asked.visit.client.put(asked.visit.path("/contact"), {{"email", "new@visitor.example"}});
  asked.mailed.answer(asked.visit, "later");
  asked.mailed.later(Seconds(600));
  EXPECT_EQ(asked.mailed.sink.next_mail()["to"], Json({"new@visitor.example"}));
  EXPECT_EQ(asked.mailed.press(asked.link, "action=confirm").status, 410);
  EXPECT_EQ(asked.mailed.state(asked.visit)["state"], "asked");
}

TEST(VisitorMailLinks, end_after_seven_days) {
  Asked asked;
  asked.mailed.later(Seconds(7 * 24 * 3600));
  const auto page = asked.mailed.press(asked.link, "action=confirm");
  EXPECT_EQ(page.status, 410);
  EXPECT_TRUE(says(page, "This link is too old"));
  EXPECT_EQ(asked.mailed.state(asked.visit)["state"], "asked");
}

TEST(VisitorMailLinks, confirm_only_the_address_they_were_sent_to) {
  Asked asked;
  asked.visit.client.put(asked.visit.path("/contact"), {{"email", "new@visitor.example"}});
  asked.mailed.answer(asked.visit, "later");
  asked.mailed.later(Seconds(120));
  asked.mailed.sink.next_mail();
  EXPECT_EQ(asked.mailed.press(asked.link, "action=confirm").status, 410);
  EXPECT_EQ(asked.mailed.state(asked.visit)["state"], "asked");
}

TEST(VisitorMailLinks, are_answered_kindly_when_nobody_knows_them) {
  MailedApp mailed;
  const auto page = mailed.open("/m/abc");
  EXPECT_EQ(page.status, 404);
  EXPECT_TRUE(says(page, "We do not know this link"));
  EXPECT_EQ(mailed.press("/m/abc", "action=refuse").status, 404);
}

TEST(VisitorMailLinks, do_nothing_that_no_form_of_theirs_asks_for) {
  Asked asked;
  for (const char* body : {"", "action=stop", "action=confirm&action=confirm", "x"})
    EXPECT_TRUE(says(asked.mailed.press(asked.link, body), "Is this your address?")) << body;
}

TEST(VisitorMailLinks, shut_out_the_site_for_good_when_it_was_a_stranger) {
  Asked asked;
  auto& mailed = asked.mailed;
  EXPECT_TRUE(says(mailed.press(asked.link, "action=refuse"), "no mail from Acme any more"));
  EXPECT_EQ(mailed.state(asked.visit)["state"], "refused");
  EXPECT_TRUE(says(mailed.press(asked.link, "action=confirm"), "no mail from Acme any more"));
  const auto other = mailed.visitor("JON+again@visitor.example");
  mailed.answer(other, "Hello");
  mailed.later(Seconds(30 * 24 * 3600));
  EXPECT_EQ(mailed.state(other)["state"], "refused");
  EXPECT_EQ(mailed.state(other)["waiting"], 1);
  mailed.expect_nothing_before_a_new_question();
}

TEST(VisitorMailLinks, stop_the_mails_of_one_conversation) {
  Asked asked;
  auto& mailed = asked.mailed;
  mailed.press(asked.link, "action=confirm");
  mailed.app.app->drain();
  const Json answer = mailed.sink.next_mail();
  const std::string stop = link_in(answer);
  EXPECT_NE(stop, asked.link);
  EXPECT_EQ(answer["headers"]["list-unsubscribe"], "<https://handoff.acme.example" + stop + ">");
  EXPECT_EQ(answer["headers"]["list-unsubscribe-post"], "List-Unsubscribe=One-Click");
  EXPECT_TRUE(says(mailed.open(stop), "No more mails about this conversation?"));
  EXPECT_TRUE(says(mailed.press(stop, "action=confirm"), "No more mails about this conversation?"));
  mailed.answer(asked.visit, "two");
  EXPECT_TRUE(says(mailed.press(stop, "List-Unsubscribe=One-Click"), "no more mails about"));
  mailed.later(Seconds(3600));
  EXPECT_EQ(mailed.state(asked.visit)["state"], "refused");
  mailed.expect_nothing_before_a_new_question();
  const auto other = mailed.visitor();
  mailed.answer(other, "Hello");
  mailed.later(Seconds(120));
  EXPECT_EQ(mailed.sink.next_mail()["to"], Json({kVisitorAddress}));
}

TEST(VisitorMailLinks, show_the_name_of_the_site_as_text) {
  MailedApp mailed;
  EXPECT_FALSE(says(mailed.open("/m/%3Cscript%3E"), "<script>"));
}

}  // namespace
}  // namespace handoff::testing
