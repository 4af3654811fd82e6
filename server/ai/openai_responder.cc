#include "ai/openai_responder.h"

#include <algorithm>

#include "ai/answer_sources.h"
#include "ai/builtin_small_talk.h"
#include "ai/output_guard.h"
#include "ai/sentence_gate.h"
#include "handoff/folded_words.h"
#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr std::size_t kMostSummary = 500;
constexpr int kSummaryTokens = 300;
constexpr Percent kPersonConfidence = 20;  ///< low on purpose: a person is needed
/// From here on a question is about what another text is about.
constexpr double kSameMatter = 0.6;

Error unavailable(const ChatFailure& failure) {
  return {.code = ErrorCode::kUnavailable,
          .message = std::string(to_string(failure.kind)) + ": " + failure.what};
}

Answer silence(Percent confidence, const std::string& by) {
  return {.confidence = std::min(confidence, kAnswerFrom), .kind = AnswerKind::kUnsure, .by = by};
}

/// The instructions forbid the model to speak about what a human was called for; this holds where
/// it does not obey. Compares the words that count.
bool is_about(const KnowledgeQuestion& question, const std::string& matter) {
  const auto locale = locale_of(question.language);
  auto words = question.words;
  std::erase_if(words, is_soft_word);
  const auto asked = content_stems(words, locale);
  const auto known = content_stems(folded_words(matter), locale);
  const auto shared = std::count_if(asked.begin(), asked.end(), [&](const std::string& stem) {
    return std::find(known.begin(), known.end(), stem) != known.end();
  });
  return shared > 0 &&
         static_cast<double>(shared) >= kSameMatter * static_cast<double>(asked.size());
}

/// While a human is on the way pleasantries are in the way, and the human's matter is the human's.
bool is_to_be_left_alone(const Question& question, const KnowledgeQuestion& read) {
  const auto talk = small_talk_in(read.words);
  return question.only_simple &&
         ((talk && *talk != AnswerKind::kAbout) || is_about(read, question.escalated));
}

AnswerKind kind_of(const KnowledgeQuestion& read, const ModelTurn& turn, Percent confidence) {
  if (turn.person) {
    return turn.person->rule == "ai.account_action" ? AnswerKind::kCannot : AnswerKind::kUnsure;
  }
  if (const auto talk = small_talk_in(read.words)) return *talk;
  return confidence < kAnswerFrom ? AnswerKind::kUnsure : AnswerKind::kAnswered;
}

/// Hands on what has been checked of a text that grows.
class GrowingText {
 public:
  GrowingText(const OutputRules& rules, AnswerProgress& progress)
      : gate_(rules), progress_(progress) {}

  void hear(const std::string& text) {
    const std::string& visible = gate_.visible(before_any_call(text));
    if (visible.size() == shown_) return;
    shown_ = visible.size();
    progress_.grows(visible);
  }

 private:
  SentenceGate gate_;
  AnswerProgress& progress_;
  std::size_t shown_ = 0;
};

}  // namespace

Result<Answer> OpenaiResponder::respond(const Question& question, AnswerProgress& progress) {
  const KnowledgeQuestion read = knowledge_->read(question);
  if (is_to_be_left_alone(question, read)) return silence(0, model_->name());
  const auto passages = knowledge_->passages(read, kPromptPassages);
  const PromptSecrets secrets = new_secrets();
  const OutputRules rules{options_.link_hosts, secrets.canary};
  GrowingText growing(rules, progress);
  // What may turn out to be silence is not shown while it grows.
  const auto hear = [&](const std::string& text) {
    if (!question.only_simple) growing.hear(text);
  };
  const ChatOutcome outcome =
      model_->ask({.messages = answer_prompt(question, passages, options_.site, secrets),
                   .may_hand_over = true,
                   .may_be_silent = question.only_simple,
                   .max_tokens = options_.max_tokens},
                  hear, progress.cancellation());
  if (!outcome.ok()) return unavailable(*outcome.failure);
  return answer_from(question, read, passages, outcome.answer, rules);
}

Answer OpenaiResponder::answer_from(const Question& question, const KnowledgeQuestion& read,
                                    const std::vector<FoundPassage>& passages,
                                    const ChatAnswer& said, const OutputRules& rules) {
  ModelTurn turn = read_turn(said, rules);
  count(turn);
  const std::string by = model_->name().empty() ? said.model : model_->name();
  AnswerConfidence confidence = confidence_of(read, turn, said);
  const bool sure = !turn.person && confidence.percent >= kSimpleFrom;
  if (question.only_simple && !sure) return silence(confidence.percent, by);
  return {.text = turn.text,
          .confidence =
              turn.person ? std::min(confidence.percent, kPersonConfidence) : confidence.percent,
          .sources = answer_sources(turn.text, passages),
          .kind = kind_of(read, turn, confidence.percent),
          .parts = std::move(confidence.parts),
          .person = std::move(turn.person),
          .by = by};
}

AnswerConfidence OpenaiResponder::confidence_of(const KnowledgeQuestion& read,
                                                const ModelTurn& turn,
                                                const ChatAnswer& said) const {
  const bool factual = !small_talk_in(read.words) && !only_asks_back(turn.text);
  return answer_confidence({.factual = factual,
                            .retrieval = knowledge_->look_up(read).confidence,
                            .tokens = token_confidence(said),
                            .hedging = options_.hedging(turn.text),
                            .finish = said.finish,
                            .refused = !said.refusal.empty()});
}

void OpenaiResponder::count(const ModelTurn& turn) {
  if (turn.leaked || (turn.guarded && turn.text.empty())) return model_->was_withdrawn();
  if (turn.guarded) model_->was_guarded();
}

Result<std::string> OpenaiResponder::summarize(const std::vector<Said>& history,
                                               const std::string& locale,
                                               Cancellation& cancellation) {
  if (history.empty()) return invalid("history", "nothing was said yet");
  const PromptSecrets secrets = new_secrets();
  const ChatOutcome outcome =
      model_->ask({.messages = summary_prompt(history, locale, secrets),
                   .max_tokens = std::min(options_.max_tokens, kSummaryTokens)},
                  nullptr, cancellation);
  if (!outcome.ok()) return unavailable(*outcome.failure);
  const GuardedText guarded =
      guard_output(spoken_part(outcome.answer.text), {options_.link_hosts, secrets.canary});
  if (guarded.leaked || guarded.text.empty()) {
    model_->was_withdrawn();
    return Error{.code = ErrorCode::kUnavailable, .message = "the summary may not be shown"};
  }
  return std::string(first_code_points(guarded.text, kMostSummary));
}

}  // namespace handoff
