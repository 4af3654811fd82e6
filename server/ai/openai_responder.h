#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ai/answer_confidence.h"
#include "ai/chat_model.h"
#include "ai/chat_prompt.h"
#include "ai/knowledge_search.h"
#include "ai/model_turn.h"
#include "ai/responder.h"
#include "ai/summarizer.h"

namespace handoff {

/// The AI that asks a chat model: with the passages that fit, in one turn, and with one tool, that
/// of asking for a human. Whatever the model writes is checked before it is shown, also while it
/// grows. May be called from any thread.
class OpenaiResponder : public Responder, public Summarizer {
 public:
  struct Options {
    PromptSite site = {};
    std::vector<std::string> link_hosts = {};  ///< where links in answers may lead
    int max_tokens = 600;                      ///< of one answer
    /// How sure the words of an answer sound, in [0, 100] (`hedging_in`). From any thread.
    std::function<Percent(std::string_view)> hedging = [](std::string_view) { return 100; };
  };

  OpenaiResponder(std::shared_ptr<ChatModel> model, std::shared_ptr<const Knowledge> knowledge,
                  Options options)
      : model_(std::move(model)), knowledge_(std::move(knowledge)), options_(std::move(options)) {}

  /// kUnavailable: the model failed, was too slow, or was not asked because it keeps failing; or
  /// this was cancelled. While a human is on the way everything but a sure answer is silence.
  Result<Answer> respond(const Question& question, AnswerProgress& progress) override;

  /// At most 500 characters about the conversation, for an agent; machine-made, and to be marked
  /// so. kUnavailable as above, and when what came out may not be shown; kInvalid: nothing was
  /// said yet.
  Result<std::string> summarize(const std::vector<Said>& history, const std::string& locale,
                                Cancellation& cancellation) override;

  std::string name() const override { return model_->health().model; }
  AiHealth health() const { return model_->health(); }

 private:
  Answer answer_from(const Question& question, const KnowledgeQuestion& read,
                     const std::vector<FoundPassage>& passages, const ChatAnswer& said,
                     const OutputRules& rules);
  AnswerConfidence confidence_of(const KnowledgeQuestion& read, const ModelTurn& turn,
                                 const ChatAnswer& said) const;
  void count(const ModelTurn& turn);

  std::shared_ptr<ChatModel> model_;
  std::shared_ptr<const Knowledge> knowledge_;
  Options options_;
};

}  // namespace handoff
