#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lang/language.h"
#include "phrase_matcher.h"
#include "spelling.h"
#include "text.h"

/// All languages in one matcher: a mixed message needs no guess before it is read.
namespace handoff {

inline constexpr std::size_t kLanguageCount = 2;
inline constexpr std::uint8_t kAnyLanguage = kLanguageCount;
/// In the order of the numbers in `SlotHit::language`.
inline constexpr std::array<std::string_view, kLanguageCount> kLanguageCodes = {"en", "ro"};

struct SlotHit {
  Slot slot = Slot::kWant;
  std::uint8_t language = kAnyLanguage;
  std::int16_t weight = 0;
  std::uint32_t first = 0;  ///< tokens, both inclusive
  std::uint32_t last = 0;
  std::string_view rule = {};

  bool overlaps(const SlotHit& other) const { return first <= other.last && other.first <= last; }
  bool covers(const SlotHit& other) const { return first <= other.first && other.last <= last; }
};

/// Immutable and shared by all threads.
class Lexicon {
 public:
  static const Lexicon& built_in();

  /// Corrects slips in `text`, then returns what was found, in the order in which the phrases end.
  /// Conjunctions that begin a clause split `text.clauses`.
  std::vector<SlotHit> scan(TokenText& text) const;

 private:
  struct Meaning {
    Slot slot;
    std::uint8_t language;
    std::int16_t weight;
    std::string_view rule;
  };

  Lexicon();
  void add(const PhraseEntry& entry, std::uint8_t language);
  void correct_slips(TokenText& text) const;

  PhraseMatcher matcher_ = {};
  Spelling spelling_ = {};
  std::vector<Meaning> meanings_ = {};  ///< by pattern number
};

}  // namespace handoff
