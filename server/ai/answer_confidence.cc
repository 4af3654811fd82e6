#include "ai/answer_confidence.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ai/markdown_sections.h"

namespace handoff {
namespace {

using Finish = ChatAnswer::Finish;

// Of the fit: half of the questions with a retrieval of 40 can be answered, and each point moves
// the odds by a ninth.
constexpr double kEven = 40;
constexpr double kSlope = 0.11;
/// There is nothing to look up, and nothing to be wrong about: sure unless the words say otherwise.
constexpr double kNotFactual = 3;

/// Where the mean token of a good answer lies, and how much it counts for.
constexpr double kUsualTokens = 85;
constexpr double kTokensSlope = 0.04;
constexpr double kTokensDown = -1.2;
constexpr double kTokensUp = 0.4;

constexpr Percent kMostWithoutPassage = 20;
constexpr Percent kMostWhenRefused = 10;
constexpr Percent kMostWhenCut = 25;
constexpr Percent kMostWhenFiltered = 10;

Percent finish_percent(Finish finish) {
  switch (finish) {
    case Finish::kContentFilter:
      return kMostWhenFiltered;
    case Finish::kLength:
    case Finish::kNone:
      return kMostWhenCut;
    default:
      return 100;
  }
}

double odds(const AnswerGrounds& grounds) {
  const double found = grounds.factual ? kSlope * (grounds.retrieval - kEven) : kNotFactual;
  if (!grounds.tokens) return found;
  return found +
         std::clamp(kTokensSlope * (*grounds.tokens - kUsualTokens), kTokensDown, kTokensUp);
}

Percent percent_of(double log_odds) {
  return static_cast<Percent>(std::lround(100.0 / (1.0 + std::exp(-log_odds))));
}

}  // namespace

AnswerConfidence answer_confidence(const AnswerGrounds& grounds) {
  AnswerConfidence out;
  const Percent finish = finish_percent(grounds.finish);
  if (grounds.factual) out.parts.push_back({"retrieval", grounds.retrieval});
  if (grounds.tokens) out.parts.push_back({"tokens", *grounds.tokens});
  out.parts.push_back({"hedging", grounds.hedging});
  out.parts.push_back({"finish", finish});
  out.percent = std::min({percent_of(odds(grounds)), grounds.hedging, finish});
  if (grounds.factual && grounds.retrieval == 0)
    out.percent = std::min(out.percent, kMostWithoutPassage);
  if (grounds.refused) out.percent = std::min(out.percent, kMostWhenRefused);
  return out;
}

std::optional<Percent> token_confidence(const ChatAnswer& answer) {
  if (answer.logprob_count == 0) return std::nullopt;
  const double mean = answer.logprob_sum / static_cast<double>(answer.logprob_count);
  return static_cast<Percent>(std::lround(100.0 * std::exp(mean)));
}

Percent hedging_in(const Detector& detector, std::string_view answer) {
  // The detector judges an answer when the visitor writes again.
  const auto verdict =
      detector.detect({.turns = {{Author::kAi, std::string(answer)}, {Author::kVisitor, "?"}}});
  for (const Signal& signal : verdict.signals) {
    if (signal.reason == Reason::kLowConfidence) return 100 - signal.score;
  }
  return 100;
}

bool only_asks_back(std::string_view text) {
  const auto sentences = split_sentences(text);
  return !sentences.empty() &&
         std::all_of(sentences.begin(), sentences.end(),
                     [](const std::string& sentence) { return sentence.ends_with('?'); });
}

}  // namespace handoff
