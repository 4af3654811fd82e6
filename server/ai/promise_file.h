#pragma once

#include <string>
#include <string_view>
#include <vector>

/// How a language says that a person is coming is data: a text file in `server/ai/promises`,
/// embedded by CMake.
///
///     # a comment
///     @person = a colleague|someone|our team        a list, for use below
///     [promise]                                      a section: what follows it are its rules
///     @person ~2 will ~2 (call|write to) you         words in order, `~2`: up to two others
///     between ^ ~2 has joined $; connecting you              `^` begins a clause, `$` ends one
///
/// Rules stand one a line or between semicolons. `(a|b c|)` are alternatives, an empty one makes
/// the part optional, `word*` lets a word go on, `~` alone is `~3`. Written as people write: case
/// and accents are folded away.
namespace handoff {

/// What a rule that is found in a sentence says about it.
enum class PromiseSection {
  kPromise,    ///< a promise
  kEvenAsked,  ///< a promise, though the sentence may be a question ("Can you hold while I …?")
  kNever,      ///< none, wherever it stands ("would you like", "yesterday")
  kBefore,     ///< none that stands behind it ("if")
  kAfter,      ///< none that stands before it ("when you")
  kInside,     ///< none that it is part of, or stands directly before ("not")
};

struct PromisePart {
  enum class Kind { kWords, kGap, kClauseStart, kClauseEnd };
  Kind kind = Kind::kWords;
  int most = 0;                                        ///< of kGap: words
  bool optional = false;                               ///< of kWords
  std::vector<std::vector<std::string>> phrases = {};  ///< of kWords: folded; `*` may end a word
};

struct PromiseRule {
  PromiseSection section = PromiseSection::kPromise;
  std::vector<PromisePart> parts = {};
};

struct PromiseLanguage {
  std::string_view code;  ///< ISO 639-1
  std::string_view text;
};

/// Every language's file, as embedded.
const std::vector<PromiseLanguage>& promise_languages();

/// `problem`: the first line that makes no sense, as "line 12: …"; empty when all do.
struct PromiseFile {
  std::vector<PromiseRule> rules = {};
  std::string problem = {};
};
PromiseFile read_promise_file(std::string_view text);

}  // namespace handoff
