#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Visitor text cut into folded words, each with its place in the original. Linear in the length of
/// the text; any bytes are accepted, an ill-formed byte stands alone as one symbol. Values,
/// thread-safe.
namespace handoff {

enum class TokenKind : std::uint8_t {
  kWord,    ///< letters, or letters and digits
  kNumber,  ///< digits alone
  kSymbol,  ///< one emoji or ideograph
};

/// A word in lower case without accents, repeated letters squeezed to two, apostrophes dropped
/// (`don't` -> `dont`).
struct Token {
  std::uint32_t start = 0;  ///< byte offsets into the source
  std::uint32_t end = 0;
  std::uint32_t folded = 0;  ///< place in `TokenText::folded`
  std::uint32_t size = 0;
  std::uint32_t clause = 0;
  std::uint16_t small_in = 0;  ///< a bit for each language that has it as a function word
  TokenKind kind = TokenKind::kWord;
  bool capitals = false;  ///< two letters or more, all of them capitals
  bool masked = false;    ///< in a phrase of Slot::kMask; the lexicon knows
  bool polite = false;    ///< in one of Slot::kPolite
};

/// A stretch between clause marks: . , ; ! ? dashes and line ends.
struct Clause {
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  bool question = false;
};

/// A word that was taken for another: where it begins, and how it was folded before.
struct Slip {
  std::uint32_t start = 0;
  std::uint32_t folded = 0;
  std::uint32_t size = 0;
};

struct TokenText {
  std::string folded = {};
  std::vector<Token> tokens = {};
  std::vector<Clause> clauses = {};
  std::vector<Slip> slips = {};  ///< what the lexicon corrected, in the order of the text
  std::uint32_t exclamations = 0;
  bool ascii = true;  ///< no byte of the source is above 0x7F

  std::string_view word(const Token& token) const {
    return std::string_view(folded).substr(token.folded, token.size);
  }
  std::string_view word(std::size_t index) const { return word(tokens[index]); }
};

/// REQUIRES: `source` is shorter than 1 GiB.
TokenText tokenize(std::string_view source);
/// The same into `text`, whose memory is used again.
void tokenize(std::string_view source, TokenText& text);

/// The folded words joined by single spaces: the form in which phrases are compared.
std::string fold_phrase(std::string_view source);

}  // namespace handoff
