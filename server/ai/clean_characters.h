#pragma once

#include <string>
#include <string_view>

namespace handoff {

struct CleanText {
  std::string text;
  bool mended = false;    ///< ill-formed UTF-8 was taken out
  bool controls = false;  ///< control characters or terminal sequences were taken out
  bool hidden = false;    ///< characters that nobody sees were taken out
};

/// Text as people see it: well-formed UTF-8 without control, bidirectional, invisible and
/// private-use characters and without terminal sequences. Lines end with `\n` alone. Joiners stay
/// where emoji, Arabic or Indic writing need them, one variation selector where an emoji has it, at
/// most four marks over a letter. Cleaning twice changes nothing; linear.
CleanText clean_characters(std::string_view text);

}  // namespace handoff
