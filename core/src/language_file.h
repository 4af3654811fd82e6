#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "function_ref.h"
#include "lang/language.h"

/// Reads a language's file (CONTRIBUTING.md shows one):
///
///     # a comment
///     @person = human|operator|real person
///     [contact]
///     (talk|speak) (to|with); connect me (|over) to
///     [complaint 80 damaged]
///     arrived (damaged|broken*)
///
/// `[slot weight rule]` opens a section; weight and rule may be left out. Phrases stand one a line
/// or between semicolons. `(a|b)` are alternatives, an empty one makes the part optional, `@name`
/// stands for alternatives given before, `*` lets a word go on. Written as people write: folding
/// happens here.
namespace handoff {

/// One word of an alternative, folded.
struct PatternWord {
  std::string folded;
  bool prefix = false;  ///< the word may go on

  friend bool operator==(const PatternWord&, const PatternWord&) = default;
};

/// Words in a row; empty: the part may be left out.
using Alternative = std::vector<PatternWord>;

/// One place of a pattern, with all that may stand there. `key` is its source: equal keys, equal
/// parts.
struct PatternPart {
  std::string key;
  std::vector<Alternative> alternatives;
};

struct Section {
  Slot slot = Slot::kKnown;
  int weight = 0;
  std::string_view rule = {};  ///< points into the text that was read
};

/// Calls `take` with each pattern of `text` and its section, and `problem` with each line that
/// makes no sense, as "line 12: …". `text` must outlive what `rule` is used for.
void read_language_file(std::string_view text,
                        FunctionRef<void(const Section&, const std::vector<PatternPart>&)> take,
                        FunctionRef<void(const std::string&)> problem);

}  // namespace handoff
