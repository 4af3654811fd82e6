#include "text.h"

#include <array>

#include "fold.h"
#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr std::uint32_t kMaxRun = 2;  ///< "pleeease" and "pleease" are one word

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// For ASCII, what a letter or digit folds to; 0 for everything else.
constexpr std::array<char, 0x80> folded_ascii() {
  std::array<char, 0x80> table = {};
  for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = c;
  for (char c = 'a'; c <= 'z'; ++c) {
    table[static_cast<std::size_t>(c)] = c;
    table[static_cast<std::size_t>(c - 'a' + 'A')] = c;
  }
  return table;
}

constexpr std::array<char, 0x80> kFolded = folded_ascii();

class Tokenizer {
 public:
  Tokenizer(std::string_view source, TokenText& out) : source_(source), out_(out) {
    out_.tokens.clear();
    out_.clauses.clear();
    out_.slips.clear();
    out_.exclamations = 0;
    out_.ascii = true;
    // Nothing folds to more bytes than it had, but for ill-formed ones.
    out_.folded.resize(source.size());
  }

  void run() {
    while (at_ < source_.size()) {
      const auto byte = static_cast<unsigned char>(source_[at_]);
      if (byte == ' ') {
        end_word();
        ++at_;
      } else if (byte >= 0x80) {
        out_.ascii = false;
        take(code_point_at(source_, at_));
      } else if (kFolded[byte] != 0) {
        ascii_letters();
      } else {
        take({byte, 1, true});
      }
    }
    end_word();
    end_clause(false);
    out_.folded.resize(size_);
  }

 private:
  /// What `take` does, without a detour for the letters that most messages are made of.
  void ascii_letters() {
    open_word();
    do {
      const char c = source_[at_];
      const char folded = kFolded[static_cast<unsigned char>(c)];
      if (folded == 0) break;
      append(folded);
      capitals_ += c != folded ? 1u : 0u;
    } while (++at_ < source_.size() && static_cast<unsigned char>(source_[at_]) < 0x80);
    token_.end = static_cast<std::uint32_t>(at_);
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
    token_.folded = static_cast<std::uint32_t>(size_);
    letters_ = capitals_ = run_ = 0;
    last_ = 0;
  }

  void letter(CodePoint c) {
    open_word();
    token_.end = static_cast<std::uint32_t>(at_ + c.size);
    const Folded folded = fold(c.value);
    if (folded.size == 0) {
      append(folded.other);
      ++letters_;
      run_ = 0;
    } else {
      for (std::uint8_t i = 0; i < folded.size; ++i) append(folded.ascii[i]);
    }
    if (is_capital(c.value)) ++capitals_;
  }

  void append(char c) {
    run_ = c == last_ ? run_ + 1 : 1;
    last_ = c;
    const bool digit = is_digit(c);
    letters_ += digit ? 0u : 1u;
    if (run_ <= kMaxRun || digit) out_.folded[size_++] = c;
  }

  /// A code point that stands for itself.
  void append(char32_t c) {
    std::string bytes;
    append_utf8(bytes, c);
    out_.folded.replace(size_, bytes.size(), bytes);
    size_ += bytes.size();
    last_ = bytes.back();
  }

  void symbol(CodePoint c) {
    end_word();
    open_word();
    token_.kind = TokenKind::kSymbol;
    token_.end = static_cast<std::uint32_t>(at_ + c.size);
    if (!c.valid) out_.folded.append(2, 0);  // one byte becomes the three of U+FFFD
    append(c.value);
    end_word();
  }

  void end_word() {
    if (!open_) return;
    open_ = false;
    token_.size = static_cast<std::uint32_t>(size_) - token_.folded;
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
  TokenText& out_;
  Token token_ = {};
  std::size_t at_ = 0;
  std::size_t size_ = 0;  ///< of `out_.folded`, so far
  std::uint32_t letters_ = 0;
  std::uint32_t capitals_ = 0;
  std::uint32_t run_ = 0;
  char last_ = 0;  ///< of the word
  bool open_ = false;
};

}  // namespace

void tokenize(std::string_view source, TokenText& text) { Tokenizer(source, text).run(); }

TokenText tokenize(std::string_view source) {
  TokenText text;
  tokenize(source, text);
  return text;
}

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
