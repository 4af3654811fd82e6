#include "text.h"

#include <array>

#include "fold.h"
#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr std::uint32_t kMaxRun = 2;  ///< "pleeease" and "pleease" are one word

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Ascii {
  CharClass kind = CharClass::kSeparator;
  char folded = 0;
  bool capital = false;
};

std::array<Ascii, 0x80> ascii_table() {
  std::array<Ascii, 0x80> table = {};
  for (unsigned char c = 0; c < 0x80; ++c)
    table[c] = {class_of(c), fold(c).ascii[0], is_capital(c)};
  return table;
}

const std::array<Ascii, 0x80> kAscii = ascii_table();

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view source) : source_(source) {
    out_.folded.reserve(source.size() + 8);
    out_.tokens.reserve(source.size() / 5 + 4);
  }

  TokenText run() {
    while (at_ < source_.size()) {
      const auto byte = static_cast<unsigned char>(source_[at_]);
      if (byte < 0x80) {
        take_ascii(byte);
      } else {
        take(code_point_at(source_, at_));
      }
    }
    end_word();
    end_clause(false);
    return std::move(out_);
  }

 private:
  /// What `take` does, without a detour for the letters that most messages are made of.
  void take_ascii(unsigned char c) {
    const Ascii& ascii = kAscii[c];
    if (ascii.kind == CharClass::kLetter || ascii.kind == CharClass::kDigit) {
      open_word();
      append(ascii.folded);
      if (ascii.capital) ++capitals_;
      token_.end = static_cast<std::uint32_t>(++at_);
      return;
    }
    take({c, 1, true});
  }

  void take(CodePoint c) {
    switch (c.valid ? class_of(c.value) : CharClass::kSymbol) {
      case CharClass::kLetter:
      case CharClass::kDigit:
        letter(c);
        break;
      case CharClass::kApostrophe:
      case CharClass::kIgnored:
        break;
      case CharClass::kSymbol:
        symbol(c);
        break;
      case CharClass::kSeparator:
        end_word();
        break;
      case CharClass::kClauseMark:
        end_word();
        clause_mark(c.value);
        break;
    }
    at_ += c.size;
  }

  void open_word() {
    if (open_) return;
    open_ = true;
    token_ = {};
    token_.start = static_cast<std::uint32_t>(at_);
    token_.folded = static_cast<std::uint32_t>(out_.folded.size());
    letters_ = capitals_ = run_ = 0;
  }

  void letter(CodePoint c) {
    open_word();
    token_.end = static_cast<std::uint32_t>(at_ + c.size);
    const Folded folded = fold(c.value);
    if (folded.size == 0) {
      append_utf8(out_.folded, folded.other);
      ++letters_;
      run_ = 0;
    } else {
      for (std::uint8_t i = 0; i < folded.size; ++i) append(folded.ascii[i]);
    }
    if (is_capital(c.value)) ++capitals_;
  }

  void append(char c) {
    const bool repeats = out_.folded.size() > token_.folded && out_.folded.back() == c;
    run_ = repeats ? run_ + 1 : 1;
    if (!is_digit(c)) ++letters_;
    if (run_ <= kMaxRun || is_digit(c)) out_.folded += c;
  }

  void symbol(CodePoint c) {
    end_word();
    open_word();
    token_.kind = TokenKind::kSymbol;
    token_.end = static_cast<std::uint32_t>(at_ + c.size);
    append_utf8(out_.folded, c.value);
    end_word();
  }

  void end_word() {
    if (!open_) return;
    open_ = false;
    token_.size = static_cast<std::uint32_t>(out_.folded.size()) - token_.folded;
    token_.clause = static_cast<std::uint32_t>(out_.clauses.size());
    token_.capitals = capitals_ >= 2 && capitals_ == letters_;
    if (token_.kind == TokenKind::kWord && letters_ == 0) token_.kind = TokenKind::kNumber;
    out_.tokens.push_back(token_);
  }

  void clause_mark(char32_t mark) {
    if (mark == '!' || mark == 0xFF01 || mark == 0x203C) ++out_.exclamations;
    const bool number = (mark == '.' || mark == ',') && at_ > 0 && at_ + 1 < source_.size() &&
                        is_digit(source_[at_ - 1]) && is_digit(source_[at_ + 1]);
    if (!number) end_clause(mark == '?' || mark == 0xFF1F || mark == 0x37E || mark == 0x61F);
  }

  void end_clause(bool question) {
    const auto last = static_cast<std::uint32_t>(out_.tokens.size());
    const std::uint32_t first = out_.clauses.empty() ? 0 : out_.clauses.back().last;
    if (last == first) {  // "?!" belongs to the clause before it
      if (question && !out_.clauses.empty()) out_.clauses.back().question = true;
      return;
    }
    out_.clauses.push_back({first, last, question});
  }

  std::string_view source_;
  TokenText out_ = {};
  Token token_ = {};
  std::size_t at_ = 0;
  std::uint32_t letters_ = 0;
  std::uint32_t capitals_ = 0;
  std::uint32_t run_ = 0;
  bool open_ = false;
};

}  // namespace

TokenText tokenize(std::string_view source) { return Tokenizer(source).run(); }

std::string fold_phrase(std::string_view source) {
  const TokenText text = tokenize(source);
  std::string out;
  for (const Token& token : text.tokens) {
    if (!out.empty()) out += ' ';
    out += text.word(token);
  }
  return out;
}

}  // namespace handoff
