#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "ai/knowledge_article.h"
#include "ai/markdown_sections.h"
#include "ai/vocabulary.h"

namespace handoff {

/// A section of an article, ready to be searched.
struct Passage {
  std::size_t article = 0;  ///< index into the articles the index was made from
  Section section;
  std::set<std::string> title;    ///< stems of the article's title and keywords
  std::set<std::string> heading;  ///< stems of the section's heading
  std::set<std::string> text;     ///< stems of its sentences
};

struct Hit {
  const Passage* passage = nullptr;
  double score = 0;  ///< BM25, higher is better
};

/// One stem of a question and the stems of the articles that it may mean.
struct Term {
  double weight = 0;
  std::vector<std::string> meant;  ///< empty: no article knows the word

  bool is_in(const std::set<std::string>& stems) const;
};

/// The passages of one language in an in-memory FTS5 table. Built once; the const methods may be
/// called from any thread.
class PassageIndex {
 public:
  /// Indexes those of `articles` that are in `locale`. REQUIRES: `articles` does not change while
  /// the index lives.
  PassageIndex(const std::vector<Article>& articles, std::string locale);

  /// The stems of the words that count, with their weights; at most 32, as many as a query may
  /// hold.
  std::vector<Term> terms_of(const std::vector<std::string>& words) const;

  /// The best passages for the terms, best first.
  std::vector<Hit> search(const std::vector<Term>& terms) const;

  /// The stems of the words that count in a text.
  std::vector<std::string> stems_of(const std::string& text) const;

  const std::string& locale() const { return locale_; }
  bool empty() const { return passages_.empty(); }

 private:
  void add(const Article& article, std::size_t number);

  std::string locale_;
  std::vector<Passage> passages_;
  Vocabulary vocabulary_;
  mutable std::mutex mutex_;  ///< guards the connection
  mutable SQLite::Database database_{":memory:", SQLite::OPEN_READWRITE};
  mutable std::unique_ptr<SQLite::Statement> query_;
};

}  // namespace handoff
