#include "ai/link_destination.h"

#include <algorithm>

namespace handoff {
namespace {

constexpr int kDeepest = 8;  ///< parentheses inside an address

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

}  // namespace

std::size_t DestinationReader::after_space(std::size_t from) const {
  while (from < text_.size() && is_space(text_[from])) ++from;
  return from;
}

std::size_t DestinationReader::after_blanks(std::size_t from) const {
  while (from < text_.size() && (text_[from] == ' ' || text_[from] == '\t')) ++from;
  return from;
}

/// To white space or the parenthesis that was open before it; `<…>` to its end.
Destination DestinationReader::address_at(std::size_t from) const {
  if (from < text_.size() && text_[from] == '<') {
    const std::size_t close = text_.find_first_of("<>\n", from + 1);
    if (close == std::string_view::npos || text_[close] != '>') return {};
    return {Destination::Kind::kAddress, text_.substr(from + 1, close - from - 1), close + 1};
  }
  std::size_t end = from;
  for (int depth = 0; end < text_.size() && !is_space(text_[end]); ++end) {
    if (text_[end] == '(' && ++depth > kDeepest) return {};
    if (text_[end] == ')' && --depth < 0) break;
  }
  return {Destination::Kind::kAddress, text_.substr(from, end - from), end};
}

/// Behind the title at `from`, or `from` when there is none.
std::size_t DestinationReader::after_title(std::size_t from) const {
  if (from >= text_.size()) return from;
  const char open = text_[from];
  if (open != '"' && open != '\'' && open != '(') return from;
  const std::size_t close =
      open == '(' ? text_.find_first_of("()", from + 1) : text_.find(open, from + 1);
  if (close == std::string_view::npos || text_[close] == '(') return from;
  return close + 1;
}

Destination DestinationReader::in_parentheses(std::size_t open) {
  Destination found = address_at(after_space(open + 1));
  const std::size_t close = parenthesis_(open);
  if (found.kind == Destination::Kind::kAddress) {
    const std::size_t end = after_space(after_title(after_space(found.end)));
    if (end < text_.size() && text_[end] == ')') {
      found.end = end + 1;
      return found;
    }
  }
  if (close < text_.size() && colon_(open) < close)
    return {Destination::Kind::kOdd, text_.substr(open + 1, close - open - 1), close + 1};
  return {};
}

Destination DestinationReader::behind_label(std::size_t colon) {
  std::size_t from = colon + 1;
  while (from < text_.size() && is_space(text_[from])) ++from;
  Destination found = address_at(from);
  if (found.kind != Destination::Kind::kAddress || found.address.empty()) return {};
  // An address that leads anywhere has a mark that a word has not: "[Note]: yes" is text.
  if (found.address.find_first_of(":/\\&%") == std::string_view::npos) return {};
  const std::size_t title = after_blanks(after_title(after_blanks(found.end)));
  if (title >= text_.size() || text_[title] == '\n') found.end = title;
  return found;
}

}  // namespace handoff
