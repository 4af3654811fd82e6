#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ai/chat_answer.h"
#include "handoff/detection.h"
#include "handoff/event.h"

/// How far a model's answer is to be trusted. No single number is honest, so several are joined,
/// and kept. Pure; thread-safe.
namespace handoff {

/// What is known of an answer, each in [0, 100].
struct AnswerGrounds {
  /// False for small talk and for a question back: there is nothing to be found in an article.
  bool factual = true;
  /// How well the best passage fits the question, as the built-in AI computes it: the main ground.
  Percent retrieval = 0;
  /// `token_confidence`; nullopt where the server gives no logprobs.
  std::optional<Percent> tokens = std::nullopt;
  /// What the answer's own words say: 100 when it does not hedge (`hedging_in`).
  Percent hedging = 100;
  ChatAnswer::Finish finish = ChatAnswer::Finish::kStop;
  bool refused = false;  ///< the model would not answer
};

struct AnswerConfidence {
  Percent percent = 0;
  std::vector<ConfidencePart> parts = {};  ///< `retrieval`, `tokens`, `hedging`, `finish`
};

/// A logistic curve over `retrieval`, moved a little by `tokens`; never above `hedging` and
/// `finish`. Nothing found at all, a refusal, and an answer that was cut off are low whatever the
/// rest says.
///
/// The curve was fitted on half of `tests/fixtures/ai_confidence.json`, questions that the demo's
/// articles answer and questions that they do not, both halves weighing the same; the test prints
/// what it is worth on the other half. `tokens` is not fitted, as no model took part: it can move a
/// confidence by a band (handoff, offer, answer), not across one.
AnswerConfidence answer_confidence(const AnswerGrounds& grounds);

/// The mean probability of the answer's tokens; nullopt when there are none.
std::optional<Percent> token_confidence(const ChatAnswer& answer);

/// What the detector reads from the words of an answer: 15 for "I do not know", 40 for "probably",
/// 100 when nothing hedges.
Percent hedging_in(const Detector& detector, std::string_view answer);

/// True when all that is said are questions: "Which bike do you mean?"
bool only_asks_back(std::string_view text);

}  // namespace handoff
