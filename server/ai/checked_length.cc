#include "ai/checked_length.h"

#include <algorithm>

#include "ai/html_removal.h"
#include "ai/sentence_spans.h"

namespace handoff {
namespace {

/// What is open at a place of a text, read from left to right.
class OpenMarks {
 public:
  explicit OpenMarks(std::string_view text) : text_(text) {}

  /// REQUIRES: `end` does not fall from call to call.
  bool open_at(std::size_t end) {
    for (; at_ < end; ++at_) take(text_[at_]);
    return fence_ || brackets_ > 0 || parentheses_ > 0 || code_ || bold_ || definition_;
  }

 private:
  void take(char c) {
    if (c == '\n') return end_line();
    if (fence_) return;
    const char before = at_ > line_ ? text_[at_ - 1] : '\0';
    if (c == '[') ++brackets_;
    if (c == ']' && brackets_ > 0) --brackets_;
    if (c == '(' && (before == ']' || parentheses_ > 0)) ++parentheses_;
    if (c == ')' && parentheses_ > 0) --parentheses_;
    if (c == ':' && before == ']') definition_ = true;
    if (c == '`') code_ = !code_;
    if (c == '*' && before == '*') bold_ = !bold_;
  }

  void end_line() {
    const std::string_view line = text_.substr(line_, at_ - line_);
    const std::size_t first = line.find_first_not_of(" \t");
    const std::string_view words = first == std::string_view::npos ? "" : line.substr(first);
    if (words.starts_with("```") || words.starts_with("~~~")) fence_ = !fence_;
    if (words.empty()) brackets_ = parentheses_ = 0;
    // Its address may stand in the next line.
    definition_ = definition_ && words.ends_with("]:");
    code_ = bold_ = false;
    line_ = at_ + 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;  ///< where the line begins
  int brackets_ = 0;
  int parentheses_ = 0;
  bool fence_ = false;
  bool definition_ = false;  ///< of a reference: what follows in its line decides what it is
  bool code_ = false;
  bool bold_ = false;
};

}  // namespace

std::size_t checked_length(std::string_view text) {
  const std::size_t html = std::min(without_html(text).open, text.size());
  OpenMarks marks(text);
  std::size_t checked = 0;
  for (const SentenceSpan& span : sentence_spans(text)) {
    if (span.end > html) break;
    if (span.finished && !marks.open_at(span.end)) checked = span.end;
  }
  return checked;
}

}  // namespace handoff
