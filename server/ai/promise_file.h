#pragma once

#include <string>
#include <string_view>
#include <vector>

/// How a language says that a person is coming is data: a text file in `server/ai/promises`,
/// embedded by CMake.
///
///     # a comment
///     @small = the|and|you                           a list of words that tell the language
///     @person = a colleague|someone|our team        a list, for use below
///     [promise]                                      a section: what follows it are its rules
///     @person ~2 will ~2 (call|write to) you         words in order, `~2`: up to two others
///     between ^ ~2 has joined $; connecting you              `^` begins a clause, `$` ends one
///
/// Rules stand one a line or between semicolons. `(a|b c|)` are alternatives, an empty one makes
/// the part optional, `word*` and `*word` stand for words that begin or end so, `~` alone is `~3`.
/// Written as people write: case and accents are folded away.
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

/// One place of a rule. It holds where one of the phrases stands, or without a word where the part
/// is optional, a clause starts or a clause ends; a gap holds for up to `gap` words, whatever they
/// are.
struct PromisePart {
  std::vector<std::vector<std::string>> phrases = {};  ///< folded; `*` may end a word
  bool optional = false;
  bool clause_start = false;
  bool clause_end = false;
  int gap = 0;
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
  std::vector<std::vector<std::string>> small = {};  ///< the list `@small`: words that tell the
                                                     ///< language
  std::string problem = {};
};
PromiseFile read_promise_file(std::string_view text);

}  // namespace handoff
