#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ai/builtin_language.h"
#include "ai/knowledge_search.h"
#include "ai/responder.h"

namespace handoff {

/// The AI that needs no network: it finds the passage that answers, and says its sentences, or that
/// it does not know. It never makes a sentence of its own except the fixed ones in `builtin_texts`.
///
/// `answer` may be called from any thread.
class BuiltinResponder : public Responder {
 public:
  explicit BuiltinResponder(std::vector<Article> articles)
      : knowledge_(std::make_shared<const Knowledge>(std::move(articles))) {}

  /// Over articles that it shares with somebody else.
  static BuiltinResponder over(std::shared_ptr<const Knowledge> knowledge) {
    BuiltinResponder responder{std::vector<Article>()};
    responder.knowledge_ = std::move(knowledge);
    return responder;
  }

  /// Never fails. A low `confidence` is honest: the low_confidence trigger is meant to fire on it.
  Answer answer(const Question& question) const;
  Result<Answer> respond(const Question& question, AnswerProgress&) override {
    return answer(question);
  }

 private:
  Answer reply(const KnowledgeQuestion& question) const;
  Answer look_up(const KnowledgeQuestion& question) const;

  std::shared_ptr<const Knowledge> knowledge_;
};

}  // namespace handoff
