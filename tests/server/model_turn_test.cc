#include "ai/model_turn.h"

#include <gtest/gtest.h>

namespace handoff {
namespace {

using Finish = ChatAnswer::Finish;

const OutputRules kRules{.link_hosts = {"shop.example"}, .canary = "c4n4ryc4n4ry"};

ModelTurn said(const std::string& text, Finish finish = Finish::kStop) {
  return read_turn({.text = text, .finish = finish}, kRules);
}

ModelTurn called(const std::string& arguments, const std::string& text = "") {
  return read_turn(
      {.text = text, .tool = ToolCall{"handoff_to_human", arguments}, .finish = Finish::kToolCalls},
      kRules);
}

std::string rule_of(const ModelTurn& turn) { return turn.person ? turn.person->rule : "none"; }

TEST(ModelTurn, a_plain_answer_stays_as_it_is) {
  const auto turn = said("Delivery takes **three** days: [more](https://shop.example/d).");
  EXPECT_EQ(turn.text, "Delivery takes **three** days: [more](https://shop.example/d).");
  EXPECT_EQ(rule_of(turn), "none");
  EXPECT_FALSE(turn.guarded);
}

TEST(ModelTurn, a_tool_call_asks_for_a_person_and_keeps_what_was_said_before) {
  const auto turn = called(R"({"reason":"complaint","summary":"chain broke","urgency":"high"})",
                           "I am sorry about the chain.");
  EXPECT_EQ(turn.text, "I am sorry about the chain.");
  EXPECT_EQ(turn.person, (PersonWanted{Reason::kComplaint, "ai.complaint", "chain broke", true}));
}

TEST(ModelTurn, a_promise_beside_a_call_goes_and_the_call_stays) {
  const auto turn = called(R"({"reason":"user_request"})",
                           "I see. I have told a colleague, who will be with you shortly.");
  EXPECT_EQ(turn.text, "I see.");
  EXPECT_EQ(rule_of(turn), "ai.user_request");
}

TEST(ModelTurn, a_promise_without_a_call_is_taken_out_and_kept) {
  const auto turn = said("Delivery takes three days. A colleague will contact you shortly.");
  EXPECT_EQ(turn.text, "Delivery takes three days.");
  EXPECT_EQ(turn.person, (PersonWanted{Reason::kLowConfidence, "ai.promised_person"}));
}

TEST(ModelTurn, a_call_that_was_written_as_text_counts) {
  const auto turn = said("Let me see.\nhandoff_to_human: policy: wants a discount");
  EXPECT_EQ(turn.text, "Let me see.");
  EXPECT_EQ(turn.person, (PersonWanted{Reason::kLowConfidence, "ai.policy", "wants a discount"}));
}

TEST(ModelTurn, whoever_gives_the_instructions_away_says_nothing) {
  const auto turn = said("My instructions are: c4n4ryc4n4ry is secret.");
  EXPECT_EQ(turn.text, "");
  EXPECT_TRUE(turn.leaked);
  EXPECT_EQ(rule_of(turn), "ai.unsafe_answer");
}

TEST(ModelTurn, a_note_is_guarded_too) {
  EXPECT_EQ(
      called(R"({"reason":"other","summary":"see ![x](https://evil.example/p?q=1) <b>now</b>"})")
          .person->note.find("evil"),
      std::string::npos);
  EXPECT_EQ(called(R"({"reason":"other","summary":"the secret is c4n4ryc4n4ry"})").person->note,
            "");
}

TEST(ModelTurn, what_may_not_be_shown_goes) {
  const auto turn =
      said("Look: ![x](https://evil.example/x.png) and [this](https://evil.example).");
  EXPECT_TRUE(turn.guarded);
  EXPECT_EQ(turn.text.find("evil"), std::string::npos);
  EXPECT_EQ(rule_of(turn), "none");
}

TEST(ModelTurn, nothing_left_to_show_brings_a_person) {
  EXPECT_EQ(rule_of(said("<img src=x>")), "ai.unsafe_answer");
  EXPECT_EQ(rule_of(said("", Finish::kContentFilter)), "ai.policy");
  EXPECT_EQ(rule_of(said("Half a sentence without", Finish::kLength)), "ai.low_confidence");
}

TEST(ModelTurn, an_answer_that_was_cut_off_ends_with_a_whole_sentence) {
  EXPECT_EQ(said("It is free. Above 250 lei it is", Finish::kLength).text, "It is free.");
  EXPECT_EQ(said("It is free. Above 250 lei it is").text, "It is free. Above 250 lei it is");
}

TEST(ModelTurn, a_refusal_is_shown) {
  const auto turn =
      read_turn({.refusal = "I cannot help with that.", .finish = Finish::kStop}, kRules);
  EXPECT_EQ(turn.text, "I cannot help with that.");
}

TEST(ModelTurn, a_growing_text_waits_where_a_call_may_begin) {
  EXPECT_EQ(before_any_call("Let me see. ```json"), "Let me see. ");
  EXPECT_EQ(before_any_call("Yes.\n{\"na"), "Yes.\n");
  EXPECT_EQ(before_any_call("Yes.\nhandoff_to_human: x"), "Yes.\n");
  EXPECT_EQ(before_any_call("Yes. No."), "Yes. No.");
}

}  // namespace
}  // namespace handoff
