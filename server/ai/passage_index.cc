#include "ai/passage_index.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "ai/builtin_language.h"
#include "handoff/folded_words.h"

namespace handoff {
namespace {

constexpr std::size_t kMostTerms = 32;
constexpr int kMostHits = 12;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// Stems hold letters and digits only, and a quote would be doubled all the same: nothing of a
/// visitor's text can be an FTS5 operator.
std::string quoted(const std::string& stem) {
  std::string out = "\"";
  for (const char c : stem) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string match_any(const std::vector<Term>& terms) {
  std::vector<std::string> stems;
  for (const Term& term : terms) {
    for (const std::string& stem : term.meant) stems.push_back(quoted(stem));
  }
  if (stems.size() > kMostTerms) stems.resize(kMostTerms);
  std::string query;
  for (const std::string& stem : stems) query += (query.empty() ? "" : " OR ") + stem;
  return query;
}

std::set<std::string> as_set(const std::vector<std::string>& stems) {
  return {stems.begin(), stems.end()};
}

}  // namespace

bool Term::is_in(const std::set<std::string>& stems) const {
  return std::any_of(meant.begin(), meant.end(),
                     [&](const std::string& stem) { return stems.contains(stem); });
}

PassageIndex::PassageIndex(const std::vector<Article>& articles, std::string locale)
    : locale_(std::move(locale)) {
  database_.exec(
      "CREATE VIRTUAL TABLE passages USING fts5(title, heading, body, "
      "tokenize = 'unicode61 remove_diacritics 2')");
  database_.exec("BEGIN");
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (articles[i].locale == locale_) add(articles[i], i);
  }
  database_.exec("COMMIT");
  query_ = std::make_unique<SQLite::Statement>(
      database_,
      "SELECT rowid, -bm25(passages, 6.0, 5.0, 1.0) AS score FROM passages "
      "WHERE passages MATCH ? ORDER BY score DESC, rowid LIMIT ?");
}

std::vector<std::string> PassageIndex::stems_of(const std::string& text) const {
  return content_stems(folded_words(text), locale_);
}

void PassageIndex::add(const Article& article, std::size_t number) {
  const auto title = stems_of(article.title + " " + article.keywords);
  for (Section& section : split_markdown(article.body)) {
    std::string text;
    for (const Sentence& sentence : section.sentences) text += sentence.text + "\n";
    const auto heading = stems_of(section.heading);
    const auto body = stems_of(text);
    Passage passage{number, std::move(section), as_set(title), as_set(heading), as_set(body)};
    std::set<std::string> all = passage.text;
    all.insert(passage.title.begin(), passage.title.end());
    all.insert(passage.heading.begin(), passage.heading.end());
    vocabulary_.add(all);
    SQLite::Statement insert(
        database_, "INSERT INTO passages (rowid, title, heading, body) VALUES (?, ?, ?, ?)");
    insert.bind(1, static_cast<std::int64_t>(passages_.size()));
    insert.bind(2, joined(title));
    insert.bind(3, joined(heading));
    insert.bind(4, joined(body));
    insert.exec();
    passages_.push_back(std::move(passage));
  }
}

std::vector<Term> PassageIndex::terms_of(const std::vector<std::string>& words) const {
  auto stems = content_stems(words, locale_);
  if (stems.size() > kMostTerms) stems.resize(kMostTerms);
  std::vector<Term> terms;
  for (const std::string& stem : stems) {
    Term term{0, vocabulary_.meant_by(stem)};
    if (term.meant.empty() && (is_soft_word(stem) || stem.size() == 1)) continue;
    // A word that stands for several is worth what the most common of them is.
    term.weight = vocabulary_.weight(term.meant.empty() ? stem : term.meant.front());
    for (const std::string& meant : term.meant) {
      term.weight = std::min(term.weight, vocabulary_.weight(meant));
    }
    terms.push_back(std::move(term));
  }
  return terms;
}

std::vector<Hit> PassageIndex::search(const std::vector<Term>& terms) const {
  const std::string match = match_any(terms);
  if (match.empty()) return {};
  const std::lock_guard lock(mutex_);
  query_->reset();
  query_->bind(1, match);
  query_->bind(2, kMostHits);
  std::vector<Hit> hits;
  while (query_->executeStep()) {
    const auto row = static_cast<std::size_t>(query_->getColumn(0).getInt64());
    hits.push_back({&passages_[row], query_->getColumn(1).getDouble()});
  }
  return hits;
}

}  // namespace handoff
