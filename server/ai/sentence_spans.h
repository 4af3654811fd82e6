#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace handoff {

/// A sentence's place in a text, in bytes, without the white space around it.
struct SentenceSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool finished = true;   ///< white space follows its end; only the last may be unfinished
  bool line_end = false;  ///< ended by the end of its line alone, without a full stop
};

/// The sentences of a text that may have several lines. One ends behind `.`, `!`, `?`, `…` or their
/// Chinese and Japanese forms and whatever quotes or brackets close there, where white space
/// follows (the ideographic marks need none), and at the end of a line. Abbreviations, initials and
/// day numbers do not end one. What follows a sentence does not change where it ends: the sentences
/// of a text's beginning are those of the text. Linear; pure.
std::vector<SentenceSpan> sentence_spans(std::string_view text);

}  // namespace handoff
