#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ai/builtin_language.h"
#include "ai/knowledge_article.h"
#include "ai/passage_index.h"
#include "ai/responder.h"

namespace handoff {

/// The AI that needs no network: it finds the passage that answers, and says its sentences, or that
/// it does not know. It never makes a sentence of its own except the fixed ones in `builtin_texts`.
///
/// Built once from the articles (build a new one when they change); `answer` may be called from any
/// thread.
class BuiltinResponder : public Responder {
 public:
  explicit BuiltinResponder(std::vector<Article> articles);

  /// Never fails. A low `confidence` is honest: the low_confidence trigger is meant to fire on it.
  Answer answer(const Question& question) const;
  Result<Answer> respond(const Question& question, AnswerProgress&) override {
    return answer(question);
  }

 private:
  Language language_of(const std::vector<std::string>& words, std::string_view locale) const;
  std::size_t known(const std::vector<std::string>& words, std::string_view locale) const;
  Answer reply(const Question& question, const std::vector<std::string>& words,
               Language language) const;
  Answer look_up(const Question& question, const std::vector<std::string>& words,
                 Language language) const;
  Answer search(const PassageIndex& index, const std::vector<std::string>& words,
                const std::string& context) const;
  const PassageIndex* index_for(std::string_view locale) const;
  bool has_translation(std::string_view slug, std::string_view locale) const;

  std::vector<Article> articles_;
  std::vector<std::unique_ptr<const PassageIndex>> indexes_;  ///< one a language
};

}  // namespace handoff
