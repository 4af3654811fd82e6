#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ai/builtin_language.h"
#include "ai/knowledge_article.h"
#include "ai/passage_answer.h"
#include "ai/passage_index.h"
#include "ai/responder.h"

namespace handoff {

/// Below, what was found is no answer: the built-in AI says that it does not know.
inline constexpr Percent kAnswerFrom = 35;
/// What "sure" means while a human is on the way.
inline constexpr Percent kSimpleFrom = 60;

/// What is looked for, and in which language the visitor speaks.
struct KnowledgeQuestion {
  std::vector<std::string> words;  ///< folded, in order
  Language language = Language::kEnglish;
  std::string context = {};  ///< what was talked about before; helps with "and on Saturday?"
};

/// A passage that fits, by which terms it was found, and how far it is to be trusted.
struct FoundPassage {
  const Article* article = nullptr;
  const Passage* passage = nullptr;
  const PassageIndex* index = nullptr;
  std::vector<Term> terms = {};
  Percent confidence = 0;
};

/// The articles and their indexes, one a language; what every AI of ours looks things up in. Built
/// once from the articles (make a new one when they change); may be asked from any thread. What it
/// answers points into it.
class Knowledge {
 public:
  explicit Knowledge(std::vector<Article> articles);

  /// At most 4,000 characters of the text count. The language is that of the text where it is
  /// clear, else that of the articles which know its words, else the visitor's.
  KnowledgeQuestion read(const Question& question) const;

  /// The passage that answers, if one does. Articles in the visitor's language come first; others
  /// answer only when there is no translation.
  struct Lookup {
    std::optional<FoundPassage> found = std::nullopt;
    Percent confidence = 0;  ///< also when nothing was found: how near the best one came
  };
  Lookup look_up(const KnowledgeQuestion& question) const;

  /// The best passages for somebody who reads them all, best first, those for the question before
  /// those for the question in its context. Fewer when fewer have a word of it.
  std::vector<FoundPassage> passages(const KnowledgeQuestion& question, std::size_t most) const;

  const std::vector<Article>& articles() const { return articles_; }

 private:
  Language language_of(const std::vector<std::string>& words, std::string_view locale) const;
  std::size_t known(const std::vector<std::string>& words, std::string_view locale) const;
  FoundPassage search(const PassageIndex& index, const std::vector<std::string>& words,
                      const std::string& context) const;
  void add_passages(const std::vector<std::string>& words, Language language, std::size_t most,
                    std::vector<FoundPassage>& found) const;
  bool is_for(Language language, const PassageIndex& index, const Passage& passage) const;
  const PassageIndex* index_for(std::string_view locale) const;

  std::vector<Article> articles_;
  std::vector<std::unique_ptr<const PassageIndex>> indexes_;
};

}  // namespace handoff
