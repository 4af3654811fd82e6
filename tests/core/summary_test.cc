#include "handoff/summary.h"

#include <gtest/gtest.h>

#include "conversation_fixture.h"

namespace handoff::testing {
namespace {

Event says(std::int64_t seq, Author author, std::string text,
           std::optional<Percent> confidence = std::nullopt) {
  return {
      seq, kNow, author,
      Message{.client_id = std::to_string(seq), .text = std::move(text), .confidence = confidence}};
}

TEST(Summary, tells_what_is_wanted_what_was_tried_and_why) {
  Conversation c = waiting();
  c.contact = Contact{"Jo", "", ""};
  const std::vector<Event> events{
      says(1, Author::kVisitor, "My order 4417 says delivered but nothing came"),
      says(2, Author::kAi, "Please check with neighbours. They may have it.", 81),
      says(3, Author::kVisitor, "a human please")};
  const Summary summary = summarize(c, events);
  EXPECT_EQ(summary.wants, "My order 4417 says delivered but nothing came");
  ASSERT_EQ(summary.tried.size(), 1u);
  EXPECT_EQ(summary.tried[0],
            (Attempt{events[0].seq == 1 ? "My order 4417 says delivered but nothing came" : "", 81,
                     "Please check with neighbours."}));
  EXPECT_EQ(summary.why, Reason::kUserRequest);
  EXPECT_EQ(summary.words, "human");
  EXPECT_EQ(summary.contact, c.contact);
}

TEST(Summary, a_lone_request_is_itself_what_is_wanted) {
  EXPECT_EQ(summarize(waiting(), {says(3, Author::kVisitor, "a human please")}).wants,
            "a human please");
}

TEST(Summary, a_request_that_says_what_it_is_about_is_what_is_wanted) {
  const std::string text = "the belt of my new bike slips on every hill, can I talk to a human";
  const std::vector<Event> events{
      says(1, Author::kVisitor, "how much does a full service of an electric bike cost in winter?"),
      says(2, Author::kAi, "280 lei.", 90), says(3, Author::kVisitor, text)};
  EXPECT_EQ(summarize(waiting(), events).wants, text);
}

TEST(Summary, leaves_out_what_was_settled_before_the_last_return) {
  const std::vector<Event> events{
      says(1, Author::kVisitor, "an old question about wheels and tyres"),
      {2, kNow, Author::kAgent, ReturnedToAi{kAna, "", ""}},
      says(3, Author::kVisitor, "new one")};
  EXPECT_EQ(summarize(with_ai(), events).wants, "new one");
}

TEST(Summary, what_is_wanted_does_not_change_with_what_is_said_after_the_request) {
  const std::vector<Event> events{
      says(1, Author::kVisitor, "my order 4417 never came"),
      {2, kNow, Author::kSystem, HandoffRequested{.handoff_id = "h_1"}},
      says(4, Author::kVisitor, "thank you very much for your kind help, Ana, goodbye")};
  EXPECT_EQ(summarize(with_ana(), events).wants, "my order 4417 never came");
}

TEST(Summary, cuts_long_messages_between_characters) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "ș";
  const std::string wants = summarize(with_ai(), {says(1, Author::kVisitor, text)}).wants;
  EXPECT_EQ(wants.size(), 240 * 2 + std::string("…").size());
}

}  // namespace
}  // namespace handoff::testing
