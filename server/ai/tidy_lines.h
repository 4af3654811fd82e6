#pragma once

#include <string>
#include <string_view>

namespace handoff {

/// Without white space at the ends of lines and of the text, list items that have lost their words,
/// and more than two blank lines in a row. What a text begins with is tidied the same whatever
/// follows.
std::string tidy_lines(std::string_view text);

/// At most `most` code points, cut behind a sentence where one ends in the second half, else behind
/// a word, with `…`.
std::string cut_at_sentence(std::string_view text, std::size_t most);

}  // namespace handoff
