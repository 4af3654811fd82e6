#include "ai/same_topic.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace handoff {
namespace {

TEST(SameTopic, agrees_with_the_labelled_pairs) {
  const Json pairs = read_fixture("same_topic.json");
  EXPECT_GE(pairs.size(), 60u);
  for (const Json& pair : pairs) {
    const auto text = [&](const char* key) { return pair.at(key).get<std::string>(); };
    EXPECT_EQ(same_topic(text("question"), text("escalated"), text("locale")),
              pair.at("same").get<bool>())
        << text("escalated") << " / " << text("question");
  }
}

TEST(SameTopic, a_question_without_words_follows_up) {
  EXPECT_TRUE(same_topic("", "my order 4411 arrived broken", "en"));
  EXPECT_TRUE(same_topic("???", "my order 4411 arrived broken", "en"));
}

TEST(SameTopic, nothing_is_about_what_nobody_was_asked_for) {
  EXPECT_FALSE(same_topic("any news?", "", "en"));
}

TEST(SameTopic, the_language_of_the_text_wins_over_the_locale) {
  EXPECT_TRUE(same_topic("aveți vreo noutate?", "comanda mea nu a ajuns", "en"));
  EXPECT_FALSE(same_topic("what are your opening hours?", "my bike has a flat tyre", "ro"));
}

TEST(SameTopic, a_slip_of_the_pen_does_not_matter) {
  EXPECT_TRUE(same_topic("where is my refnud?", "I want my refund", "en"));
}

TEST(SameTopic, endless_texts_are_answered) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "order" + std::to_string(i) + ' ';
  EXPECT_TRUE(same_topic(text, text, "en"));
}

}  // namespace
}  // namespace handoff
