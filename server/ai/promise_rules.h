#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ai/phrase_sets.h"
#include "ai/promise_file.h"

namespace handoff {

/// One sentence, cut for the rules.
struct PromiseWords {
  std::vector<std::string> words = {};
  std::vector<std::uint32_t> clauses = {};  ///< of each word
  bool question = false;
};

/// Every language's rules, put to work on one sentence at a time. Build once; const is thread-safe.
class PromiseRules {
 public:
  /// A language whose file has a problem is left out after its first bad line.
  explicit PromiseRules(const std::vector<PromiseLanguage>& languages);

  bool promise(const PromiseWords& sentence) const;

 private:
  /// See `PromisePart`; its phrases are a set.
  struct Part {
    std::uint32_t set = 0;
    bool has_words = false;
    bool optional = false;
    bool clause_start = false;
    bool clause_end = false;
    std::uint32_t gap = 0;

    bool needs_words() const { return has_words && !optional && !clause_start && !clause_end; }
  };
  struct Rule {
    PromiseSection section = PromiseSection::kPromise;
    std::vector<Part> parts = {};
  };
  struct Span {
    std::uint32_t first = 0;  ///< words [first, last)
    std::uint32_t last = 0;
  };
  class Sentence;
  struct Language {
    std::uint32_t small = 0;  ///< the set of its small words
    std::vector<Rule> rules = {};
  };

  PhraseSets sets_ = {};
  std::vector<Language> languages_ = {};
};

}  // namespace handoff
