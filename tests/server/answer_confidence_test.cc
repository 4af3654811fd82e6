#include "ai/answer_confidence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iostream>
#include <sstream>

#include "ai/knowledge_folder.h"
#include "ai/knowledge_search.h"
#include "handoff/json.h"

namespace handoff {
namespace {

using Finish = ChatAnswer::Finish;

struct Asked {
  std::string locale;
  bool answerable = false;
  bool for_the_fit = false;
  Percent retrieval = 0;
};

Json fixture() {
  std::ifstream file(HANDOFF_FIXTURES "/ai_confidence.json");
  std::stringstream text;
  text << file.rdbuf();
  return *parse_json(text.str());
}

std::vector<Asked> read_questions() {
  auto articles = load_articles(HANDOFF_KNOWLEDGE);
  EXPECT_TRUE(articles.ok());
  const Knowledge knowledge(std::move(articles).value());
  std::vector<Asked> out;
  const Json all = fixture();
  for (const Json& entry : all["questions"]) {
    const Question question{.text = entry["question"], .locale = entry["locale"]};
    out.push_back({question.locale, !entry["article"].is_null(), entry["half"] == "fit",
                   knowledge.look_up(knowledge.read(question)).confidence});
  }
  return out;
}

const std::vector<Asked>& questions() {
  static const auto all = read_questions();
  return all;
}

/// Confidences of the half that the fit never saw.
struct Measured {
  std::vector<Percent> right;  ///< of answers to questions that an article answers
  std::vector<Percent> wrong;
};

double share(const std::vector<Percent>& confidences, auto&& holds) {
  const auto count = std::count_if(confidences.begin(), confidences.end(), holds);
  return static_cast<double>(count) / static_cast<double>(confidences.size());
}

/// What a model's answers are worth: one that says so when it does not know, or one that never
/// does.
Measured measure(bool bluffs) {
  const Json texts = fixture();
  const Detector detector{TriggerSettings{}};
  Measured out;
  std::size_t turn = 0;
  for (const Asked& asked : questions()) {
    if (asked.for_the_fit) continue;
    const Json& unsure = texts["unsure"][asked.locale];
    const std::string answer =
        asked.answerable || bluffs ? texts["bluff"][asked.locale] : unsure[turn++ % unsure.size()];
    const auto confidence =
        answer_confidence({.retrieval = asked.retrieval, .hedging = hedging_in(detector, answer)});
    (asked.answerable ? out.right : out.wrong).push_back(confidence.percent);
  }
  return out;
}

void print(const char* name, const Measured& measured) {
  std::cout << name << "\n  confidence   answers   right\n";
  for (Percent from = 0; from < 100; from += 10) {
    const auto in_bin = [&](Percent p) { return p >= from && (p < from + 10 || from == 90); };
    const auto right = std::count_if(measured.right.begin(), measured.right.end(), in_bin);
    const auto all = right + std::count_if(measured.wrong.begin(), measured.wrong.end(), in_bin);
    std::cout << "  " << from << " to " << from + 10 << "\t" << all << "\t"
              << (all == 0 ? std::string("-") : std::to_string(100 * right / all) + " %") << "\n";
  }
}

TEST(AnswerConfidence, tells_answers_from_guesses_even_when_the_model_never_hedges) {
  const Measured measured = measure(true);
  print("A model that never hedges:", measured);
  EXPECT_GT(share(measured.right, [](Percent p) { return p > 55; }), 0.8);
  EXPECT_GT(share(measured.wrong, [](Percent p) { return p < 35; }), 0.8);
}

TEST(AnswerConfidence, tells_them_apart_better_when_the_model_says_that_it_does_not_know) {
  const Measured measured = measure(false);
  print("A model that says so when it does not know:", measured);
  EXPECT_GT(share(measured.right, [](Percent p) { return p > 55; }), 0.8);
  EXPECT_GT(share(measured.wrong, [](Percent p) { return p < 35; }), 0.9);
  EXPECT_LT(share(measured.wrong, [](Percent p) { return p >= 55; }), 0.06);
}

/// Logistic regression by Newton's method on the half for it; both labels weigh the same.
std::pair<double, double> fitted_curve() {
  double counts[2] = {0, 0};
  for (const Asked& asked : questions()) counts[asked.answerable] += asked.for_the_fit ? 1 : 0;
  double offset = 0, slope = 0.05;
  for (int round = 0; round < 100; ++round) {
    double g0 = 0, g1 = 0, h00 = 0, h01 = 0, h11 = 0;
    for (const Asked& asked : questions()) {
      if (!asked.for_the_fit) continue;
      const double weight = 1 / counts[asked.answerable];
      const double p = 1 / (1 + std::exp(-(offset + slope * asked.retrieval)));
      const double miss = weight * (p - (asked.answerable ? 1 : 0));
      const double curve = weight * p * (1 - p);
      g0 += miss, g1 += miss * asked.retrieval;
      h00 += curve, h01 += curve * asked.retrieval,
          h11 += curve * asked.retrieval * asked.retrieval;
    }
    const double determinant = h00 * h11 - h01 * h01;
    offset -= (h11 * g0 - h01 * g1) / determinant;
    slope -= (h00 * g1 - h01 * g0) / determinant;
  }
  return {-offset / slope, slope};
}

TEST(AnswerConfidence, the_curve_is_the_one_that_the_fit_gives) {
  const auto [even, slope] = fitted_curve();
  std::cout << "fitted: even at " << even << ", slope " << slope << "\n";
  for (const Percent retrieval : {20, 30, 35, 40, 45, 50, 60, 90}) {
    const double fitted = 100 / (1 + std::exp(-slope * (retrieval - even)));
    EXPECT_NEAR(answer_confidence({.retrieval = retrieval}).percent, fitted, 3) << retrieval;
  }
}

Percent percent(const AnswerGrounds& grounds) { return answer_confidence(grounds).percent; }

TEST(AnswerConfidence, rises_with_what_was_found) {
  for (Percent retrieval = 1; retrieval <= 100; ++retrieval) {
    EXPECT_GE(percent({.retrieval = retrieval}), percent({.retrieval = retrieval - 1}));
  }
}

TEST(AnswerConfidence, hard_signals_win) {
  EXPECT_LE(percent({.retrieval = 0, .tokens = 100}), 20);
  EXPECT_LE(percent({.retrieval = 100, .refused = true}), 10);
  EXPECT_LE(percent({.retrieval = 100, .finish = Finish::kLength}), 25);
  EXPECT_LE(percent({.retrieval = 100, .finish = Finish::kContentFilter}), 10);
  EXPECT_LE(percent({.retrieval = 100, .hedging = 15}), 15);
}

TEST(AnswerConfidence, small_talk_needs_no_article) {
  EXPECT_GE(percent({.factual = false}), 90);
  EXPECT_LE(percent({.factual = false, .finish = Finish::kLength}), 25);
}

TEST(AnswerConfidence, unlikely_tokens_lower_it_by_a_band_at_most) {
  EXPECT_LT(percent({.retrieval = 50, .tokens = 50}), percent({.retrieval = 50}));
  EXPECT_GE(percent({.retrieval = 80, .tokens = 1}), 55);
  EXPECT_LT(percent({.retrieval = 20, .tokens = 100}), 35);
}

TEST(AnswerConfidence, keeps_its_grounds) {
  const auto confidence = answer_confidence({.retrieval = 72, .tokens = 91, .hedging = 40});
  EXPECT_EQ(confidence.parts,
            (std::vector<ConfidencePart>{
                {"retrieval", 72}, {"tokens", 91}, {"hedging", 40}, {"finish", 100}}));
  EXPECT_EQ(answer_confidence({.factual = false}).parts,
            (std::vector<ConfidencePart>{{"hedging", 100}, {"finish", 100}}));
}

TEST(AnswerConfidence, tokens_are_the_mean_probability) {
  EXPECT_EQ(token_confidence({}), std::nullopt);
  EXPECT_EQ(token_confidence({.logprob_sum = -1.0, .logprob_count = 4}), 78);
  EXPECT_EQ(token_confidence({.logprob_sum = -1e9, .logprob_count = 1}), 0);
}

TEST(AnswerConfidence, hears_an_answer_hedge) {
  const Detector detector{TriggerSettings{}};
  EXPECT_EQ(hedging_in(detector, "Delivery takes three days."), 100);
  EXPECT_LT(hedging_in(detector, "I don't know."), 35);
  EXPECT_LT(hedging_in(detector, "It is probably three days."), 55);
  EXPECT_EQ(hedging_in(detector, ""), 100);
}

TEST(AnswerConfidence, a_question_back_is_no_claim) {
  EXPECT_TRUE(only_asks_back("Which bike do you mean? The city bike?"));
  EXPECT_FALSE(only_asks_back("It costs 60 lei. Which bike do you mean?"));
  EXPECT_FALSE(only_asks_back(""));
}

}  // namespace
}  // namespace handoff
