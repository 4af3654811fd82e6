#include "ai/builtin_responder.h"

#include <algorithm>
#include <utility>

#include "ai/builtin_language.h"
#include "ai/builtin_small_talk.h"
#include "ai/builtin_texts.h"
#include "ai/passage_answer.h"
#include "handoff/folded_words.h"
#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr Percent kAnswerFrom = 35;        ///< below, it says that it does not know
constexpr Percent kSimpleFrom = 60;        ///< what "sure" means while a human is on the way
constexpr Percent kCannotConfidence = 20;  ///< low on purpose: a person is needed
constexpr Percent kFollowUpPenalty = 15;
constexpr std::size_t kFollowUpWords = 2;
constexpr std::size_t kMaxCharacters = 4000;

Answer fixed(AnswerKind kind, std::string_view text, Percent confidence) {
  return {.text = std::string(text), .confidence = confidence, .kind = kind};
}

Answer unsure(Language language, Percent confidence) {
  return fixed(AnswerKind::kUnsure, builtin_texts(language).unsure, confidence);
}

Answer small_talk(AnswerKind kind, Language language) {
  const BuiltinTexts& texts = builtin_texts(language);
  switch (kind) {
    case AnswerKind::kThanks:
      return fixed(kind, texts.thanks, 100);
    case AnswerKind::kGoodbye:
      return fixed(kind, texts.goodbye, 100);
    case AnswerKind::kAbout:
      return fixed(kind, texts.about, 100);
    default:
      return fixed(AnswerKind::kGreeting, texts.greeting, 100);
  }
}

/// What was last talked about: helps with "and on Saturday?".
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

/// Pleasantries would only be in the way of the human who is coming.
bool is_worth_saying_while_waiting(const Answer& answer) {
  if (answer.kind == AnswerKind::kAbout) return true;
  return answer.kind == AnswerKind::kAnswered && answer.confidence >= kSimpleFrom;
}

}  // namespace

BuiltinResponder::BuiltinResponder(std::vector<Article> articles) : articles_(std::move(articles)) {
  for (const Article& article : articles_) {
    if (index_for(article.locale) != nullptr) continue;
    indexes_.push_back(std::make_unique<const PassageIndex>(articles_, article.locale));
  }
}

Answer BuiltinResponder::answer(const Question& question) const {
  const auto words = folded_words(first_code_points(question.text, kMaxCharacters));
  const Language language = language_of(words, question.locale);
  Answer answer = reply(question, words, language);
  if (question.only_simple && !is_worth_saying_while_waiting(answer)) {
    return {.confidence = std::min(answer.confidence, kAnswerFrom), .kind = AnswerKind::kUnsure};
  }
  if (question.after_human) {
    answer.text =
        after_human_text(language, question.after_human->agent_name) + "\n\n" + answer.text;
  }
  return answer;
}

Language BuiltinResponder::language_of(const std::vector<std::string>& words,
                                       std::string_view locale) const {
  if (const auto clear = clear_language(words)) return *clear;
  const auto english = known(words, "en");
  const auto romanian = known(words, "ro");
  if (english == romanian) return language_of_locale(locale);
  return english > romanian ? Language::kEnglish : Language::kRomanian;
}

/// How many of the words the articles of a language have.
std::size_t BuiltinResponder::known(const std::vector<std::string>& words,
                                    std::string_view locale) const {
  const PassageIndex* index = index_for(locale);
  if (index == nullptr) return 0;
  const auto terms = index->terms_of(words);
  return static_cast<std::size_t>(std::count_if(
      terms.begin(), terms.end(), [](const Term& term) { return !term.meant.empty(); }));
}

Answer BuiltinResponder::reply(const Question& question, const std::vector<std::string>& words,
                               Language language) const {
  if (const auto kind = small_talk_in(words)) return small_talk(*kind, language);
  const PersonalRequest request = personal_request_in(words);
  const Answer cannot =
      fixed(AnswerKind::kCannot, builtin_texts(language).cannot, kCannotConfidence);
  if (request.certain) return cannot;
  Answer found = look_up(question, words, language);
  return request.found && found.kind == AnswerKind::kUnsure ? cannot : found;
}

Answer BuiltinResponder::look_up(const Question& question, const std::vector<std::string>& words,
                                 Language language) const {
  const auto content = without_stop_words(words, language);
  Answer best = unsure(language, 0);
  const std::string context = context_of(question);
  for (const auto& index : indexes_) {
    Answer found = search(*index, content, context);
    const bool own = index->locale() == locale_of(language);
    if (found.kind == AnswerKind::kUnsure) {
      if (own && best.kind == AnswerKind::kUnsure) best.confidence = found.confidence;
      continue;
    }
    if (!own) {
      const auto& slug = found.sources.front().slug;
      if (best.kind == AnswerKind::kAnswered || has_translation(slug, locale_of(language)))
        continue;
      found.text = other_language_text(language, index->locale()) + "\n" + found.text;
    }
    best = std::move(found);
  }
  return best;
}

Answer BuiltinResponder::search(const PassageIndex& index, const std::vector<std::string>& words,
                                const std::string& context) const {
  auto terms = index.terms_of(words);
  Found found = find_answer(index, terms);
  if (found.confidence < kAnswerFrom && terms.size() <= kFollowUpWords && !context.empty()) {
    auto more = folded_words(context);
    more.insert(more.end(), words.begin(), words.end());
    const auto both = index.terms_of(more);
    const Found again = find_answer(index, both);
    if (again.confidence - kFollowUpPenalty > found.confidence) {
      found = {again.passage, again.confidence - kFollowUpPenalty};
      terms = both;
    }
  }
  if (found.passage == nullptr || found.confidence < kAnswerFrom) {
    return {.confidence = found.confidence, .kind = AnswerKind::kUnsure};
  }
  const Article& article = articles_[found.passage->article];
  return {.text = excerpt(index, *found.passage, terms),
          .confidence = found.confidence,
          .sources = {{article.slug, article.title, article.url}},
          .kind = AnswerKind::kAnswered};
}

const PassageIndex* BuiltinResponder::index_for(std::string_view locale) const {
  const auto found = std::find_if(indexes_.begin(), indexes_.end(),
                                  [&](const auto& index) { return index->locale() == locale; });
  return found == indexes_.end() ? nullptr : found->get();
}

bool BuiltinResponder::has_translation(std::string_view slug, std::string_view locale) const {
  return std::any_of(articles_.begin(), articles_.end(), [&](const Article& article) {
    return article.slug == slug && article.locale == locale;
  });
}

}  // namespace handoff
