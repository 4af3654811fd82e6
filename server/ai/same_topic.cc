#include "ai/same_topic.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "ai/builtin_language.h"
#include "ai/topic_words.h"
#include "ai/vocabulary.h"
#include "handoff/folded_words.h"

namespace handoff {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kMostWords = 400;  ///< of either text; nobody asks in more
constexpr double kNumber = 4;
constexpr double kCommon = 0.5;
/// How much of a question has to be about the old topic; less where it points to something.
constexpr double kShare = 0.6;
constexpr double kShareWhenPointing = 0.45;
constexpr std::size_t kShortestNumber = 3;  ///< digits of what may be an order's number
constexpr std::size_t kShortestSharedStem = 4;

bool is_in(std::string_view list, const std::string& word) {
  return list.find(" " + word + " ") != std::string_view::npos;
}

/// The group of the list in which a beginning of `word` stands; nullopt when in none.
std::optional<std::size_t> group_of(std::string_view list, std::string_view word) {
  std::size_t group = 0;
  for (std::size_t at = 1; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    const std::string_view entry = list.substr(at, end - at);
    if (entry == "/") {
      ++group;
    } else if (!entry.empty() && word.starts_with(entry)) {
      return group;
    }
    at = end + 1;
  }
  return std::nullopt;
}

bool is_number(std::string_view word) {
  const auto digits =
      std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return static_cast<std::size_t>(digits) >= kShortestNumber;
}

Words words_of(std::string_view text) {
  Words words = folded_words(text);
  if (words.size() > kMostWords) words.resize(kMostWords);
  return words;
}

/// The language with the most small words in both texts; that of the locale where none has more.
const TopicWords& language_of(const Words& question, const Words& escalated,
                              std::string_view locale) {
  const TopicWords* best = &topic_words().front();
  std::ptrdiff_t most = -1;
  for (const TopicWords& language : topic_words()) {
    const auto small = [&](const std::string& word) { return is_in(language.small, word); };
    const auto votes = std::count_if(question.begin(), question.end(), small) +
                       std::count_if(escalated.begin(), escalated.end(), small);
    const bool at_home = locale.starts_with(language.code);
    if (votes > most || (votes == most && at_home)) {
      best = &language;
      most = votes;
    }
  }
  return *best;
}

/// One of the two texts' words of content, with what it can be compared by.
struct Content {
  std::string word;
  std::string stem;
  std::optional<std::size_t> group;
};

class Comparison {
 public:
  Comparison(const Words& question, const Words& escalated, const TopicWords& language)
      : language_(language),
        question_(question),
        asked_(contents(question)),
        known_(contents(escalated)) {}

  bool same() const {
    if (asked_.empty()) return true;
    if (const auto numbers = same_numbers()) return *numbers;
    double about = points_by_pronoun() ? 1 : 0;
    double all = about;
    for (const Content& content : asked_) {
      const double weight = weight_of(content);
      all += weight;
      if (is_known(content)) about += weight;
    }
    return about >= (points() ? kShareWhenPointing : kShare) * all && about >= least();
  }

 private:
  std::vector<Content> contents(const Words& words) const {
    std::vector<Content> found;
    for (const std::string& word : words) {
      const bool says_nothing = is_in(language_.small, word) || is_in(language_.waiting, word) ||
                                is_in(language_.pointing, word) || is_in(language_.pronouns, word);
      if (says_nothing || is_stop_word(word, language_.code)) continue;
      found.push_back({word, stem_of(word, language_.code), group_of(language_.same, word)});
    }
    return found;
  }

  /// True or false when numbers decide: the same one, or another where there was one.
  std::optional<bool> same_numbers() const {
    bool other = false;
    for (const Content& asked : asked_) {
      if (!is_number(asked.word)) continue;
      const auto equal = [&](const Content& known) { return known.word == asked.word; };
      if (std::any_of(known_.begin(), known_.end(), equal)) return true;
      other = true;
    }
    const bool had = std::any_of(known_.begin(), known_.end(),
                                 [](const Content& known) { return is_number(known.word); });
    return other && had ? std::optional<bool>(false) : std::nullopt;
  }

  double weight_of(const Content& content) const {
    if (is_number(content.word)) return kNumber;
    return group_of(language_.common, content.word) && !points() ? kCommon : 1;
  }

  /// A common word alone ("how do I order?") is no topic unless the question points to it.
  double least() const { return points() ? kCommon : 1; }

  bool is_known(const Content& asked) const {
    return std::any_of(known_.begin(), known_.end(), [&](const Content& known) {
      return asked.stem == known.stem || (asked.group && asked.group == known.group) ||
             is_other_form(asked.stem, known.stem);
    });
  }

  /// A slip of the pen, or another ending where there is no table of them.
  bool is_other_form(const std::string& a, const std::string& b) const {
    if (a.size() > kShortestSharedStem && b.size() > kShortestSharedStem &&
        is_one_mistake_away(a, b))
      return true;
    const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    const auto shared = static_cast<std::size_t>(differs - a.begin());
    return shared >= kShortestSharedStem && shared * 10 >= std::max(a.size(), b.size()) * 6;
  }

  bool points() const { return points_by_pronoun() || any_of_question(language_.pointing); }
  bool points_by_pronoun() const { return any_of_question(language_.pronouns); }
  bool any_of_question(std::string_view list) const {
    return std::any_of(question_.begin(), question_.end(),
                       [&](const std::string& word) { return is_in(list, word); });
  }

  const TopicWords& language_;
  const Words& question_;
  std::vector<Content> asked_;
  std::vector<Content> known_;
};

}  // namespace

bool same_topic(std::string_view question, std::string_view escalated, std::string_view locale) {
  const Words asked = words_of(question);
  const Words known = words_of(escalated);
  if (known.empty()) return false;
  return Comparison(asked, known, language_of(asked, known, locale)).same();
}

}  // namespace handoff
