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
  std::uint32_t pattern = 0;  ///< `Lexicon::rule_of` tells its rule

  bool overlaps(const SlotHit& other) const { return first <= other.last && other.first <= last; }
  bool covers(const SlotHit& other) const { return first <= other.first && other.last <= last; }
};

struct LexiconScan {
  std::vector<SlotHit> hits = {};  ///< in the order in which the phrases end
  Slots slots = 0;                 ///< of the hits
  Votes votes = {};                ///< for the language of the whole text
  std::vector<WordIds> ids = {};   ///< by token
  std::vector<Votes> clause_votes = {};
};

/// Immutable and shared by all threads.
class Lexicon {
 public:
  static const Lexicon& built_in();

  std::size_t languages() const { return codes_.size(); }
  std::string_view code(std::size_t language) const { return codes_[language]; }
  std::string_view rule_of(const SlotHit& hit) const { return meanings_[hit.pattern].rule; }

  /// Guesses which languages are spoken, corrects slips of the pen in `text`, marks its function
  /// words, and finds the phrases of those languages. `text` as `tokenize(source)` left it; the
  /// memory of `found` is used again.
  void scan(TokenText& text, std::string_view source, LexiconScan& found) const;

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

  /// What a word says of the language.
  struct Word {
    PhraseNet::Languages spoken_in = 0;  ///< a bit a language
    std::uint16_t function_count = 0;
    std::uint32_t function_first = 0;  ///< in `function_words_`
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
  void add_letter_votes(std::string_view source, Votes& votes) const;
  void vote(const WordIds& ids, Token& token, Votes& votes) const;
  void correct_slips(TokenText& text, PhraseNet::Languages spoken, std::vector<WordIds>& ids) const;
  void take_phrase(PhraseHit phrase, PhraseNet::Languages best, std::size_t from, TokenText& text,
                   LexiconScan& found) const;
  void add_file(const LanguageFile& file, std::uint8_t language);
  void add(const Section& section, const std::vector<PatternPart>& parts, std::uint8_t language);

  Vocabulary vocabulary_ = {};
  PhraseNet net_ = {};
  Spelling spelling_ = {};
  std::vector<Meaning> meanings_ = {};             ///< by pattern number
  std::vector<Word> words_ = {};                   ///< by word number
  std::vector<Letter> letters_ = {};               ///< in ascending order
  std::vector<FunctionWord> function_words_ = {};  ///< those of one word stand together
  std::vector<std::string_view> codes_ = {};
};

}  // namespace handoff
