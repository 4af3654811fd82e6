#include "ai/tidy_lines.h"

#include "ai/sentence_spans.h"
#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr std::size_t kMostBlankLines = 2;

std::string_view without_trailing_space(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// `-`, `*`, `•`, `3.`: the mark of a list item without words.
bool is_lone_mark(std::string_view line) {
  const std::size_t from = line.find_first_not_of(" \t");
  if (from == std::string_view::npos) return false;
  const std::string_view mark = line.substr(from);
  if (mark == "-" || mark == "*" || mark == "•") return true;
  if (mark.size() < 2 || mark.size() > 4 || (mark.back() != '.' && mark.back() != ')'))
    return false;
  return mark.find_first_not_of("0123456789") == mark.size() - 1;
}

}  // namespace

std::string tidy_lines(std::string_view text) {
  std::string out;
  std::size_t ends = 0;  // line ends that wait for a line with words
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = without_trailing_space(text.substr(at, end - at));
    at = end + 1;
    if (is_lone_mark(line)) continue;
    if (!line.empty()) {
      if (!out.empty()) out.append(std::min(ends, kMostBlankLines + 1), '\n');
      out += line;
      ends = 0;
    }
    ++ends;
  }
  return out;
}

std::string cut_at_sentence(std::string_view text, std::size_t most) {
  const std::string_view kept = first_code_points(text, most);
  if (kept.size() == text.size()) return std::string(text);
  std::size_t end = 0;
  for (const SentenceSpan& span : sentence_spans(kept)) {
    if (span.finished) end = span.end;
  }
  if (end >= kept.size() / 2) return std::string(kept.substr(0, end));
  const std::string_view words = first_code_points(text, most - 1);
  const std::size_t space = words.find_last_of(" \n");
  const bool apart = space != std::string_view::npos && space >= words.size() / 2;
  return std::string(without_trailing_space(words.substr(0, apart ? space : words.size()))) + "…";
}

}  // namespace handoff
