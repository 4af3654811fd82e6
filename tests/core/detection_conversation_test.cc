#include <gtest/gtest.h>

#include "detection_support.h"

namespace handoff {
namespace {

TEST(LowConfidence, hands_off_below_the_threshold_and_offers_below_the_second) {
  const auto decide = [](Percent confidence) {
    return judge({visitor("what is it?"), ai("It is this.", confidence), visitor("hm, and that?")})
        .decision;
  };
  EXPECT_EQ(decide(34), Decision::kHandoff);
  EXPECT_EQ(decide(35), Decision::kOffer);
  EXPECT_EQ(decide(54), Decision::kOffer);
  EXPECT_EQ(decide(55), Decision::kContinue);
}

TEST(LowConfidence, also_judges_an_answer_newer_than_the_visitors_message) {
  EXPECT_EQ(judge({visitor("what is it?"), ai("This.", 10)}).reason, Reason::kLowConfidence);
}

TEST(LowConfidence, reads_hedging_when_nothing_was_reported) {
  EXPECT_EQ(
      judge({visitor("a"), ai("I'm sorry, I don't have that information."), visitor("b")}).decision,
      Decision::kHandoff);
  EXPECT_EQ(judge({visitor("a"), ai("Nu sunt sigur, dar cred că da."), visitor("b")}).decision,
            Decision::kOffer);
  EXPECT_EQ(judge({visitor("a"), ai("We open at nine."), visitor("b")}).decision,
            Decision::kContinue);
}

TEST(LowConfidence, forgets_answers_from_before_an_agent_spoke) {
  EXPECT_TRUE(judge({visitor("a"), ai("x", 5), agent("Hi"), visitor("b")}).signals.empty());
}

TEST(NegativeSentiment, needs_two_bad_messages_running) {
  const std::string bad = "this is terrible, I am furious";
  EXPECT_EQ(signal_of(judge(bad), Reason::kNegativeSentiment)->fires, false);
  const Verdict twice = judge({visitor("awful, just awful"), ai("Sorry."), visitor(bad)});
  EXPECT_TRUE(signal_of(twice, Reason::kNegativeSentiment)->fires);
  EXPECT_EQ(signal_of(twice, Reason::kNegativeSentiment)->rule, "sentiment.trend");
}

TEST(NegativeSentiment, starts_anew_after_a_good_message_and_passes_over_neutral_ones) {
  const std::string bad = "this is terrible, I am furious";
  const auto fires = [&](const std::string& between) {
    return signal_of(judge({visitor("awful, just awful"), visitor(between), visitor(bad)}),
                     Reason::kNegativeSentiment)
        ->fires;
  };
  EXPECT_FALSE(fires("great, thank you so much"));
  EXPECT_TRUE(fires("order 1234"));
}

TEST(FailedAttempts, counts_over_the_conversation_to_the_limit) {
  const std::string no = "that's not what I asked";
  EXPECT_EQ(signal_of(judge(no), Reason::kFailedAttempts)->fires, false);
  const Verdict verdict = judge({visitor(no), ai("A."), visitor("nu mă înțelegi"), ai("B."),
                                 visitor("You don't understand me")});
  EXPECT_TRUE(signal_of(verdict, Reason::kFailedAttempts)->fires);
  EXPECT_EQ(signal_of(verdict, Reason::kFailedAttempts)->rule, "attempts.not_understood");
}

TEST(FailedAttempts, starts_anew_when_the_visitor_is_happy) {
  const std::string no = "that's not what I asked";
  const Verdict verdict =
      judge({visitor(no), visitor(no), visitor("perfect, thank you"), visitor(no)});
  EXPECT_EQ(signal_of(verdict, Reason::kFailedAttempts)->score, 33);
}

TEST(FailedAttempts, notices_a_question_asked_again_after_an_answer) {
  const Verdict again =
      judge({visitor("Where is the invoice for my blue bicycle?"), ai("Bicycles are blue."),
             visitor("I asked where the invoice for the blue bicycle is")});
  EXPECT_EQ(signal_of(again, Reason::kFailedAttempts)->rule, "attempts.asked_again");
  const Verdict unanswered =
      judge({visitor("invoice for my blue bicycle"), visitor("invoice for my blue bicycle")});
  EXPECT_EQ(signal_of(unanswered, Reason::kFailedAttempts), nullptr);
  const Verdict other = judge({visitor("price for students in Cluj"), ai("10 lei."),
                               visitor("price for teachers in Iasi")});
  EXPECT_EQ(signal_of(other, Reason::kFailedAttempts), nullptr);
}

TEST(FailedAttempts, notices_an_ai_that_repeats_itself_or_stays_unsure) {
  const Verdict repeats = judge({visitor("a"), ai("Please see our help page."), visitor("b"),
                                 ai("Please see our help page!"), visitor("c")});
  EXPECT_EQ(signal_of(repeats, Reason::kFailedAttempts)->rule, "attempts.ai_repeats");
  const Verdict unsure =
      judge({visitor("a"), ai("One.", 10), visitor("b"), ai("Two.", 20), visitor("c")});
  EXPECT_EQ(signal_of(unsure, Reason::kFailedAttempts)->rule, "attempts.ai_unsure");
}

TEST(Verdict, puts_an_explicit_request_before_everything_else) {
  TriggerSettings settings;
  settings.keywords = {{.phrase = "refund"}};
  const Verdict verdict = judge("I want to talk to a human about my refund", settings);
  EXPECT_EQ(verdict.reason, Reason::kUserRequest);
  EXPECT_EQ(verdict.signals[1].reason, Reason::kKeyword);
}

TEST(Verdict, of_a_conversation_without_a_visitor_is_to_continue) {
  EXPECT_EQ(judge(std::vector<Turn>{}), Verdict{});
  EXPECT_EQ(judge({ai("Hello, how can I help?")}), Verdict{});
}

TEST(Language, is_told_by_the_words_and_carried_over_when_they_do_not_tell) {
  EXPECT_EQ(judge("unde este comanda mea").language, "ro");
  EXPECT_EQ(judge("where is my order").language, "en");
  EXPECT_EQ(judge("12345").language, "en");
  EXPECT_EQ(
      judge({visitor("unde este comanda mea"), ai("Ce număr are?"), visitor("12345")}).language,
      "ro");
}

}  // namespace
}  // namespace handoff
