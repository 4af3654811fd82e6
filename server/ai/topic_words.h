#pragma once

#include <span>
#include <string_view>

/// What the words of a question are worth when two topics are compared: data, one block a language.
/// All words are folded and stand between single spaces.
namespace handoff {

struct TopicWords {
  std::string_view code;   ///< ISO 639-1
  std::string_view small;  ///< say nothing; they also tell the language
  /// What somebody asks who waits: "news", "still", "anyone". Says nothing of its own.
  std::string_view waiting;
  std::string_view pointing;  ///< "my", "this": point to what was spoken of
  std::string_view pronouns;  ///< "it": stand for it
  /// Beginnings of words that every shop's visitor uses: they tell no two cases apart by
  /// themselves.
  std::string_view common;
  /// Beginnings of words for one thing, groups apart by `/`.
  std::string_view same;
};

/// English first.
std::span<const TopicWords> topic_words();

}  // namespace handoff
