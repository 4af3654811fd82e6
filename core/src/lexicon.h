#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/language.h"
#include "phrase_net.h"
#include "spelling.h"
#include "text.h"
#include "vocabulary.h"

/// All languages in one net: a mixed message needs no guess before it is read.
namespace handoff {

inline constexpr std::size_t kMostLanguages = 15;  ///< PhraseNet::kAll comes after them
inline constexpr std::uint8_t kAnyLanguage = PhraseNet::kAll;

/// How much speaks for each language, by its number in the lexicon.
using Votes = std::array<int, kMostLanguages>;

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

struct LexiconScan {
  std::vector<SlotHit> hits = {};  ///< in the order in which the phrases end
  Votes votes = {};                ///< for the language of the whole text
};

/// Immutable and shared by all threads.
class Lexicon {
 public:
  static const Lexicon& built_in();

  std::size_t languages() const { return codes_.size(); }
  std::string_view code(std::size_t language) const { return codes_[language]; }

  /// Guesses which languages are spoken, corrects slips of the pen in `text`, marks its function
  /// words, and returns the phrases of those languages. `text` as `tokenize(source)` returned it.
  LexiconScan scan(TokenText& text, std::string_view source) const;

 private:
  struct Meaning {
    Slot slot;
    std::uint8_t language;
    std::int16_t weight;
    std::string_view rule;
  };
  struct Letter {
    char32_t letter;
    std::uint8_t language;
    std::uint8_t votes;
  };

  /// A word of one language's [function] section.
  struct FunctionWord {
    WordId word;
    std::uint8_t language;
    std::uint8_t votes;
  };

  Lexicon();
  void note_words(const std::vector<PatternPart>& parts, const Section& section,
                  std::uint8_t language);
  void add_function_words(const Section& section, const PatternPart& part, std::uint8_t language);
  void sort_function_words();
  Votes letter_votes(std::string_view source) const;
  void vote(const WordIds& ids, Token& token, Votes& votes) const;
  void correct_slips(TokenText& text, PhraseNet::Languages spoken, std::vector<WordIds>& ids) const;
  void take_phrase(PhraseHit phrase, PhraseNet::Languages best, std::size_t from,
                   std::vector<SlotHit>& hits) const;
  void add_file(const LanguageFile& file, std::uint8_t language);
  void add(const Section& section, const std::vector<PatternPart>& parts, std::uint8_t language);

  Vocabulary vocabulary_ = {};
  PhraseNet net_ = {};
  Spelling spelling_ = {};
  std::vector<Meaning> meanings_ = {};                ///< by pattern number
  std::vector<PhraseNet::Languages> spoken_in_ = {};  ///< by word: a bit a language
  std::vector<Letter> letters_ = {};                  ///< in ascending order
  std::vector<FunctionWord> function_words_ = {};     ///< by word
  std::vector<std::uint32_t> function_places_ = {};   ///< by word: its first
  std::vector<std::string_view> codes_ = {};
};

}  // namespace handoff
