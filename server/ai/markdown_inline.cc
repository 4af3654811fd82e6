#include "ai/markdown_inline.h"

#include <cctype>

namespace handoff {
namespace {

struct Link {
  std::string_view text;
  std::size_t size = 0;  ///< of the whole link; 0 when there is none
};

/// `[text](target)` at the start of `rest`.
Link link_at(std::string_view rest) {
  const auto close = rest.find(']');
  if (close == std::string_view::npos || close + 1 >= rest.size() || rest[close + 1] != '(')
    return {};
  const auto end = rest.find(')', close);
  if (end == std::string_view::npos) return {};
  return {rest.substr(1, close - 1), end + 1};
}

/// `<b>`, `</b>`, `<!-- -->`; the length, or 0 for a plain "less than". `<https://…>` is no tag.
std::size_t tag_at(std::string_view rest) {
  if (rest.size() < 3) return 0;
  const bool opens =
      std::isalpha(static_cast<unsigned char>(rest[1])) != 0 || rest[1] == '/' || rest[1] == '!';
  const auto end = rest.find('>');
  if (!opens || end == std::string_view::npos) return 0;
  return rest.substr(0, end).find("://") == std::string_view::npos ? end + 1 : 0;
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; }

/// An underscore inside a word (`order_id`) is a letter, not a mark.
bool is_mark(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '*') {
    const bool alone =
        at + 1 < text.size() && text[at + 1] == ' ' && (at == 0 || text[at - 1] == ' ');
    return !alone;
  }
  if (c == '`') return true;
  if (c != '_') return false;
  return at == 0 || at + 1 == text.size() || !is_word(text[at - 1]) || !is_word(text[at + 1]);
}

}  // namespace

std::string plain_text(std::string_view markdown) {
  std::string out;
  for (std::size_t at = 0; at < markdown.size();) {
    const auto rest = markdown.substr(at);
    const bool image = rest.starts_with("![");
    const Link link = image                 ? link_at(rest.substr(1))
                      : rest.front() == '[' ? link_at(rest)
                                            : Link{};
    if (link.size > 0) {
      if (!image) out += link.text;
      at += link.size + (image ? 1 : 0);
    } else if (const std::size_t tag = rest.front() == '<' ? tag_at(rest) : 0; tag > 0) {
      at += tag;
    } else if (rest.front() == '\\' && rest.size() > 1) {
      out += rest[1];
      at += 2;
    } else {
      if (!is_mark(markdown, at)) out += rest.front();
      ++at;
    }
  }
  return out;
}

}  // namespace handoff
