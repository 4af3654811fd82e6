#include "ai/clean_characters.h"

#include "ai/character.h"

namespace handoff {
namespace {

constexpr char32_t kEscape = 0x1B;
constexpr char32_t kControlSequence = 0x9B;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kNonJoiner = 0x200C;
constexpr int kMostMarks = 4;
/// A terminal's sequence that has not ended by then was none.
constexpr std::size_t kLongestSequence = 256;

bool is_selector(char32_t c) { return c == 0xFE0E || c == 0xFE0F; }
bool is_control(char32_t c) { return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0); }

bool is_line_end(char32_t c) {
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// May carry a variation selector: `1️⃣` is a digit.
bool takes_selector(char32_t c) {
  return is_pictograph(c) || (c >= '0' && c <= '9') || c == '#' || c == '*';
}

class Cleaner {
 public:
  explicit Cleaner(std::string_view text) : text_(text) { out_.text.reserve(text.size()); }

  CleanText run() {
    while (at_ < text_.size()) take(character_at(text_, at_));
    return std::move(out_);
  }

 private:
  void take(Character c) {
    if (!c.valid) {
      out_.mended = true;
      ++at_;
    } else if (is_line_end(c.value)) {
      line_end(c);
    } else if (c.value == kEscape || c.value == kControlSequence) {
      out_.controls = true;
      at_ += c.size;
      terminal_sequence(c.value == kControlSequence);
    } else if (is_control(c.value)) {
      out_.controls = true;
      at_ += c.size;
    } else {
      visible_or_hidden(c);
    }
  }

  void line_end(Character c) {
    at_ += c.size;
    if (c.value == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    out_.text += '\n';
    previous_ = '\n';
  }

  void visible_or_hidden(Character c) {
    marks_ = is_combining_mark(c.value) ? marks_ + 1 : 0;
    if (stays(c)) {
      out_.text += text_.substr(at_, c.size);
      previous_ = c.value;
    } else {
      out_.hidden = true;
    }
    at_ += c.size;
  }

  bool stays(Character c) const {
    if (c.value == kJoiner || c.value == kNonJoiner) return joins(c);
    if (is_selector(c.value)) return takes_selector(previous_);
    return !is_hidden(c.value) && marks_ <= kMostMarks;
  }

  bool joins(Character joiner) const {
    const std::size_t after = at_ + joiner.size;
    if (after >= text_.size()) return false;
    const char32_t next = character_at(text_, after).value;
    if (is_joining_letter(previous_)) return is_joining_letter(next) && !is_hidden(next);
    const bool emoji = is_pictograph(previous_) || is_selector(previous_);
    return joiner.value == kJoiner && emoji && is_pictograph(next);
  }

  /// Behind the escape: `[31m` and its like, or a title that a bell ends. What the text breaks off
  /// in the middle of goes, too.
  void terminal_sequence(bool introduced) {
    const char kind = introduced ? '[' : at_ < text_.size() ? text_[at_] : '\0';
    const std::size_t from = introduced ? at_ : at_ + 1;
    if (kind == '[') {
      at_ = end_of_control_sequence(from);
    } else if (kind != '\0' && std::string_view("]PX^_").find(kind) != std::string_view::npos) {
      at_ = end_of_string_sequence(from);
    }
  }

  std::size_t end_of_control_sequence(std::size_t from) const {
    for (std::size_t i = from; i < text_.size() && i < from + kLongestSequence; ++i) {
      if (text_[i] >= '0' && text_[i] <= '?') continue;
      return text_[i] >= '@' && text_[i] <= '~' ? i + 1 : from;
    }
    return text_.size() - from < kLongestSequence ? text_.size() : from;
  }

  std::size_t end_of_string_sequence(std::size_t from) const {
    for (std::size_t i = from; i < text_.size() && i < from + kLongestSequence; ++i) {
      if (text_[i] == '\n') return from;
      if (text_[i] == '\a') return i + 1;
      if (text_[i] == '\x1B') return i + 1 < text_.size() && text_[i + 1] == '\\' ? i + 2 : i;
    }
    return text_.size() - from < kLongestSequence ? text_.size() : from;
  }

  std::string_view text_;
  CleanText out_ = {};
  std::size_t at_ = 0;
  char32_t previous_ = 0;
  int marks_ = 0;
};

}  // namespace

CleanText clean_characters(std::string_view text) { return Cleaner(text).run(); }

}  // namespace handoff
