#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handoff {

/// The languages the built-in AI speaks itself. Articles may be in any language.
enum class Language { kEnglish, kRomanian };

/// The language in which most of the little words are; nullopt when they say nothing.
std::optional<Language> clear_language(const std::vector<std::string>& words);

/// Romanian for `ro…`, else English.
Language language_of_locale(std::string_view locale);

/// `en`, `ro`.
std::string_view locale_of(Language language);

/// A word that says nothing about what is asked (`the`, `please`, `care`, `va`). `word` is folded.
bool is_stop_word(std::string_view word, std::string_view locale);

/// A question word that helps where an article has it and says nothing where none does (`where`,
/// `cand`).
bool is_soft_word(std::string_view word);

/// The part of a folded word that its inflections share: `livrarea`, `livrare`, `livrari` give
/// `livr`. Crude on purpose: questions and articles go through the same cut, so it need not be a
/// word. Languages without a table keep the word.
std::string stem_of(std::string_view word, std::string_view locale);

/// The stems of all words that count, in order, repeated ones once.
std::vector<std::string> content_stems(const std::vector<std::string>& words,
                                       std::string_view locale);

}  // namespace handoff
