#include <set>

#include "support/mailed_app.h"

/// Strangers' addresses typed into the chat: whoever wants to send mail through us finds no way.
namespace handoff::testing {
namespace {

std::string victim(int number) { return "victim" + std::to_string(number) + "@elsewhere.example"; }

TEST(MailAbuse, a_thousand_chats_with_a_thousand_foreign_addresses_send_them_nothing) {
  MailedApp mailed(R"("availability": {"override": {"state": "closed"}}, )");
  for (int number = 0; number < 1000; ++number) {
    auto visit = mailed.app.visitor();
    visit.client.put(visit.path("/contact"),
                     {{"name", "Win a prize: evil.example"}, {"email", victim(number)}});
    visit.client.post(visit.path("/messages"), {{"client_id", "1"}, {"text", "hello"}});
    visit.client.post(visit.path("/handoff"));
  }
  mailed.later(Seconds(120));
  mailed.later(Seconds(24 * 3600));
  mailed.expect_nothing_before_a_new_question();
}

int capped_of(MailedApp& mailed, const std::vector<TestApp::Visit>& visits) {
  int capped = 0;
  for (const auto& visit : visits) capped += mailed.state(visit)["state"] == "capped" ? 1 : 0;
  return capped;
}

std::set<std::string> next_recipients(MailedApp& mailed, int count) {
  std::set<std::string> out;
  for (int mail = 0; mail < count; ++mail) out.insert(mailed.sink.next_mail()["to"][0]);
  return out;
}

TEST(MailAbuse, answers_to_one_domain_lead_to_twenty_questions_an_hour) {
  MailedApp mailed;
  std::vector<TestApp::Visit> visits;
  for (int number = 0; number < 25; ++number) {
    visits.push_back(mailed.visitor(victim(number)));
    mailed.answer(visits.back(), "Hello");
  }
  mailed.later(Seconds(120));
  EXPECT_EQ(capped_of(mailed, visits), 5);
  auto asked = next_recipients(mailed, 20);
  mailed.later(Seconds(3599));
  EXPECT_EQ(capped_of(mailed, visits), 5);
  mailed.later(Seconds(1));
  EXPECT_EQ(capped_of(mailed, visits), 0);
  asked.merge(next_recipients(mailed, 5));
  EXPECT_EQ(asked.size(), 25U);
}

TEST(MailAbuse, one_address_is_asked_once_a_day_and_three_times_in_all) {
  MailedApp mailed;
  const auto first = mailed.visitor();
  mailed.answer(first, "one");
  mailed.later(Seconds(120));
  EXPECT_EQ(mailed.sink.next_mail()["to"][0], kVisitorAddress);
  const auto other = mailed.visitor("jon+other@visitor.example");
  mailed.answer(other, "two");
  mailed.answer(first, "three");
  mailed.later(Seconds(120));
  EXPECT_EQ(mailed.state(other)["state"], "capped");
  EXPECT_EQ(mailed.state(first)["state"], "asked");
  mailed.later(Seconds(24 * 3600 - 120));
  EXPECT_EQ(mailed.sink.next_mail()["to"][0], "jon+other@visitor.example");
  for (int day = 0; day < 4; ++day) {
    mailed.later(Seconds(25 * 3600));
    mailed.answer(first, "day " + std::to_string(day));
    mailed.later(Seconds(120));
  }
  EXPECT_EQ(mailed.sink.next_mail()["to"][0], kVisitorAddress);
  EXPECT_EQ(mailed.state(first)["state"], "capped");
  EXPECT_EQ(mailed.state(first)["waiting"], 6);
  mailed.expect_nothing_before_a_new_question();
}

TEST(MailAbuse, a_conversation_brings_twenty_answers_a_day) {
  MailedApp mailed;
  const auto visit = mailed.confirmed_visitor();
  for (int number = 2; number <= 20; ++number) {
    mailed.app.clock->advance(Seconds(600));
    mailed.answer(visit, "answer " + std::to_string(number));
    mailed.later(Seconds(120));
    mailed.sink.next_mail();
  }
  mailed.app.clock->advance(Seconds(600));
  mailed.answer(visit, "one too many");
  mailed.later(Seconds(120));
  EXPECT_EQ(mailed.state(visit)["state"], "capped");
  mailed.expect_nothing_before_a_new_question();
  mailed.later(Seconds(24 * 3600));
  EXPECT_NE(mailed.sink.next_mail()["text"].get<std::string>().find("one too many"),
            std::string::npos);
}

TEST(MailAbuse, a_site_sends_two_hundred_mails_an_hour) {
  MailedApp mailed;
  std::vector<TestApp::Visit> visits;
  for (int number = 0; number < 201; ++number) {
    const std::string domain = "@d" + std::to_string(number / 20) + ".example";
    visits.push_back(mailed.visitor("v" + std::to_string(number) + domain));
    mailed.answer(visits.back(), "Hello");
  }
  mailed.later(Seconds(120));
  EXPECT_EQ(capped_of(mailed, visits), 1);
  auto asked = next_recipients(mailed, 200);
  mailed.later(Seconds(3600));
  asked.merge(next_recipients(mailed, 1));
  EXPECT_EQ(asked.size(), 201U);
}

}  // namespace
}  // namespace handoff::testing
