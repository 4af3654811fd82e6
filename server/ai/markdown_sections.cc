#include "ai/markdown_sections.h"

#include <cctype>
#include <utility>

#include "ai/markdown_inline.h"

namespace handoff {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// The length of `- `, `* `, `+ ` or `12. ` at the start of a line, or 0.
std::size_t bullet_size(std::string_view line) {
  if (line.size() < 2) return 0;
  if ((line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ') return 2;
  std::size_t at = 0;
  while (at < line.size() && at < 3 && std::isdigit(static_cast<unsigned char>(line[at])) != 0)
    ++at;
  const bool numbered = at > 0 && at + 1 < line.size() && (line[at] == '.' || line[at] == ')');
  return numbered && line[at + 1] == ' ' ? at + 2 : 0;
}

/// `---`, `|---|:--:|`, "```": lines that only draw.
bool is_drawing(std::string_view line) {
  return line.starts_with("```") || line.find_first_not_of("-=|: *_") == std::string_view::npos;
}

std::string table_row(std::string_view line) {
  std::string row;
  while (!line.empty()) {
    const auto bar = line.find('|');
    const auto cell = trimmed(line.substr(0, bar));
    line = bar == std::string_view::npos ? std::string_view() : line.substr(bar + 1);
    if (cell.empty()) continue;
    if (!row.empty()) row += row.find(": ") == std::string::npos ? ": " : ", ";
    row += cell;
  }
  return row;
}

/// Collects lines; a blank line, a heading or an item ends the paragraph.
class Splitter {
 public:
  void line(std::string_view raw) {
    std::string_view text = trimmed(raw);
    while (text.starts_with("> ")) text = trimmed(text.substr(2));
    if (text.empty() || is_drawing(text)) {
      // What stands above a table's ruler names its columns: no sentence of its own.
      if (text.starts_with("|") && !sections_.back().sentences.empty()) header_row();
      return flush();
    }
    if (text.starts_with("#")) return heading(text);
    if (text.starts_with("|")) return item(table_row(text));
    if (const std::size_t bullet = bullet_size(text); bullet > 0) {
      flush();
      in_item_ = true;
      text.remove_prefix(bullet);
    }
    if (!paragraph_.empty()) paragraph_ += ' ';
    paragraph_ += text;
  }

  std::vector<Section> finish() {
    flush();
    std::vector<Section> filled;
    for (Section& section : sections_) {
      if (!section.sentences.empty()) filled.push_back(std::move(section));
    }
    return filled;
  }

 private:
  void heading(std::string_view text) {
    flush();
    const auto from = text.find_first_not_of('#');
    const auto words =
        from == std::string_view::npos ? text.substr(0, 0) : trimmed(text.substr(from));
    sections_.push_back({plain_text(words), {}});
  }

  void item(const std::string& text) {
    flush();
    if (!text.empty()) sections_.back().sentences.push_back({plain_text(text), true});
  }

  void header_row() {
    if (sections_.back().sentences.back().item) sections_.back().sentences.pop_back();
  }

  void flush() {
    const std::string text = plain_text(paragraph_);
    paragraph_.clear();
    auto& sentences = sections_.back().sentences;
    if (std::exchange(in_item_, false)) {
      if (!trimmed(text).empty()) sentences.push_back({std::string(trimmed(text)), true});
      return;
    }
    for (std::string& sentence : split_sentences(text))
      sentences.push_back({std::move(sentence), false});
  }

  std::vector<Section> sections_{Section{}};
  std::string paragraph_;
  bool in_item_ = false;
};

}  // namespace

std::vector<Section> split_markdown(std::string_view markdown) {
  Splitter splitter;
  while (!markdown.empty()) {
    const auto end = markdown.find('\n');
    splitter.line(markdown.substr(0, end));
    markdown = end == std::string_view::npos ? std::string_view() : markdown.substr(end + 1);
  }
  return splitter.finish();
}

}  // namespace handoff
