#include "ai/knowledge_search.h"

#include <algorithm>
#include <utility>

#include "handoff/folded_words.h"
#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr Percent kFollowUpPenalty = 15;
constexpr std::size_t kFollowUpWords = 2;
constexpr std::size_t kMaxCharacters = 4000;

std::string context_of(const Question& question) {
  for (auto turn = question.recent.rbegin(); turn != question.recent.rend(); ++turn) {
    if (turn->author == Author::kVisitor && turn->text != question.text) return turn->text;
  }
  return question.after_human ? question.after_human->note : std::string();
}

/// The little words of the question's own language say nothing in the articles of another one
/// either.
std::vector<std::string> without_stop_words(std::vector<std::string> words, Language language) {
  std::erase_if(words,
                [&](const std::string& word) { return is_stop_word(word, locale_of(language)); });
  return words;
}

/// The words of the context, then those of the question.
std::vector<std::string> in_context(const std::string& context,
                                    const std::vector<std::string>& words) {
  auto both = folded_words(context);
  both.insert(both.end(), words.begin(), words.end());
  return both;
}

bool holds(const std::vector<FoundPassage>& found, const Passage* passage) {
  return std::any_of(found.begin(), found.end(),
                     [&](const FoundPassage& one) { return one.passage == passage; });
}

}  // namespace

Knowledge::Knowledge(std::vector<Article> articles) : articles_(std::move(articles)) {
  for (const Article& article : articles_) {
    if (index_for(article.locale) != nullptr) continue;
    indexes_.push_back(std::make_unique<const PassageIndex>(articles_, article.locale));
  }
}

KnowledgeQuestion Knowledge::read(const Question& question) const {
  auto words = folded_words(first_code_points(question.text, kMaxCharacters));
  const Language language = language_of(words, question.locale);
  return {std::move(words), language, context_of(question)};
}

Language Knowledge::language_of(const std::vector<std::string>& words,
                                std::string_view locale) const {
  if (const auto clear = clear_language(words)) return *clear;
  const auto english = known(words, "en");
  const auto romanian = known(words, "ro");
  if (english == romanian) return language_of_locale(locale);
  return english > romanian ? Language::kEnglish : Language::kRomanian;
}

/// How many of the words the articles of a language have.
std::size_t Knowledge::known(const std::vector<std::string>& words, std::string_view locale) const {
  const PassageIndex* index = index_for(locale);
  if (index == nullptr) return 0;
  const auto terms = index->terms_of(words);
  return static_cast<std::size_t>(std::count_if(
      terms.begin(), terms.end(), [](const Term& term) { return !term.meant.empty(); }));
}

Knowledge::Lookup Knowledge::look_up(const KnowledgeQuestion& question) const {
  const auto content = without_stop_words(question.words, question.language);
  Lookup best;
  for (const auto& index : indexes_) {
    FoundPassage found = search(*index, content, question.context);
    const bool own = index->locale() == locale_of(question.language);
    if (found.passage == nullptr || found.confidence < kAnswerFrom) {
      if (own && !best.found) best.confidence = found.confidence;
      continue;
    }
    if (!own && (best.found || !is_for(question.language, *index, *found.passage))) continue;
    best.confidence = found.confidence;
    best.found = std::move(found);
  }
  return best;
}

FoundPassage Knowledge::search(const PassageIndex& index, const std::vector<std::string>& words,
                               const std::string& context) const {
  auto terms = index.terms_of(words);
  Found found = find_answer(index, terms);
  if (found.confidence < kAnswerFrom && terms.size() <= kFollowUpWords && !context.empty()) {
    auto both = index.terms_of(in_context(context, words));
    const Found again = find_answer(index, both);
    if (again.confidence - kFollowUpPenalty > found.confidence) {
      found = {again.passage, again.confidence - kFollowUpPenalty};
      terms = std::move(both);
    }
  }
  if (found.passage == nullptr) return {.confidence = found.confidence};
  return {&articles_[found.passage->article], found.passage, &index, std::move(terms),
          found.confidence};
}

std::vector<FoundPassage> Knowledge::passages(const KnowledgeQuestion& question,
                                              std::size_t most) const {
  const auto content = without_stop_words(question.words, question.language);
  std::vector<FoundPassage> found;
  add_passages(content, question.language, most, found);
  if (question.context.empty()) return found;
  // A third of the places is for what the question means in its context.
  std::vector<FoundPassage> more;
  add_passages(in_context(question.context, content), question.language, most, more);
  std::erase_if(more, [&](const FoundPassage& one) { return holds(found, one.passage); });
  const auto kept = most - std::min(most / 3, more.size());
  if (found.size() > kept) found.resize(kept);
  more.resize(std::min(more.size(), most - found.size()));
  std::move(more.begin(), more.end(), std::back_inserter(found));
  return found;
}

void Knowledge::add_passages(const std::vector<std::string>& words, Language language,
                             std::size_t most, std::vector<FoundPassage>& found) const {
  for (const auto& index : indexes_) {
    const auto terms = index->terms_of(words);
    for (const Found& one : find_answers(*index, terms, most)) {
      if (!is_for(language, *index, *one.passage)) continue;
      found.push_back(
          {&articles_[one.passage->article], one.passage, index.get(), terms, one.confidence});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const FoundPassage& a, const FoundPassage& b) {
    return a.confidence > b.confidence;
  });
  if (found.size() > most) found.resize(most);
}

/// In the language, or in another one without a translation.
bool Knowledge::is_for(Language language, const PassageIndex& index, const Passage& passage) const {
  if (index.locale() == locale_of(language)) return true;
  const std::string& slug = articles_[passage.article].slug;
  return std::none_of(articles_.begin(), articles_.end(), [&](const Article& article) {
    return article.slug == slug && article.locale == locale_of(language);
  });
}

const PassageIndex* Knowledge::index_for(std::string_view locale) const {
  const auto found = std::find_if(indexes_.begin(), indexes_.end(),
                                  [&](const auto& index) { return index->locale() == locale; });
  return found == indexes_.end() ? nullptr : found->get();
}

}  // namespace handoff
