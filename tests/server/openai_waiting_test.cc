#include <gtest/gtest.h>

#include "support/chat_responder.h"

namespace handoff {
namespace {

using namespace testing;

Question while_waiting(const std::string& text, const std::string& escalated = "") {
  return {.text = text, .locale = "en", .only_simple = true, .escalated = escalated};
}

TEST(OpenaiWaiting, while_a_person_is_coming_it_answers_only_when_sure) {
  EXPECT_EQ(answer_to(while_waiting("How long does delivery take?"), {saying(kDelivery)}).text,
            kDelivery);
  const std::pair<const char*, Json> silent[] = {
      {"How long does delivery take?", calling(R"({"reason":"other"})", "Just a moment.")},
      {"How long does delivery take?", saying("I don't know.")},
      {"How long does delivery take?", saying("")},
      {"Do you sponsor school teams?", saying("Yes, three of them.")},
      {"How long does delivery take?", saying("A colleague will be with you in a minute.")},
  };
  for (const auto& [text, behaviour] : silent) {
    const Answer answer = answer_to(while_waiting(text), {behaviour});
    EXPECT_EQ(answer.text, "") << text;
    EXPECT_EQ(answer.person, std::nullopt) << text;
    EXPECT_EQ(answer.kind, AnswerKind::kUnsure) << text;
    EXPECT_LE(answer.confidence, 35) << text;
  }
}

TEST(OpenaiWaiting, while_a_person_is_coming_nothing_is_shown_before_it_is_sure) {
  Watching watching;
  chat_stub().behave({saying("It is free. I don't know more. Sorry.")});
  ASSERT_TRUE(responder()->respond(while_waiting("How long does delivery take?"), watching).ok());
  EXPECT_TRUE(watching.shown.empty());
}

TEST(OpenaiWaiting, the_matter_of_the_person_who_is_coming_is_not_even_asked_about) {
  const char* matter = "I want the refund for my returned helmet, it is two weeks late";
  EXPECT_EQ(answer_to(while_waiting("where is my refund?", matter), {saying("Soon.")}).text, "");
  EXPECT_EQ(chat_stub().requests().size(), 0u);
  EXPECT_EQ(answer_to(while_waiting("thanks", matter), {saying("You are welcome.")}).text, "");
  EXPECT_EQ(chat_stub().requests().size(), 0u);
  EXPECT_EQ(answer_to(while_waiting("When are you open?", matter),
                      {saying("Monday to Friday from 9:00 to 18:00.")})
                .text,
            "Monday to Friday from 9:00 to 18:00.");
}

}  // namespace
}  // namespace handoff
