#include "notify/html_text.h"

namespace handoff {
namespace {

std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char& c : text) {
    const std::string_view escape = escape_of(c);
    out += escape.empty() ? std::string_view(&c, 1) : escape;
  }
  return out;
}

}  // namespace handoff
