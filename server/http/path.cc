#include "http/path.h"

#include <algorithm>

#include "handoff/utf8.h"
#include "http/text_rules.h"

namespace handoff::http {
namespace {

bool is_unwelcome(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f || c == '/' || c == '\\';
}

bool is_clean(std::string_view segment) {
  if (segment == "." || segment == "..") return false;
  if (std::any_of(segment.begin(), segment.end(), is_unwelcome)) return false;
  return !first_invalid_utf8(segment).has_value();
}

}  // namespace

std::optional<std::vector<std::string>> parse_path(std::string_view path) {
  if (path.empty() || path.front() != '/') return std::nullopt;
  std::vector<std::string> segments;
  path.remove_prefix(1);
  while (!path.empty()) {
    const bool last_is_slash = path.back() == '/' && path.find('/') == path.size() - 1;
    auto segment = percent_decode(next_part(path, '/'));
    if (!segment || segment->empty() || !is_clean(*segment)) return std::nullopt;
    segments.push_back(std::move(*segment));
    if (last_is_slash) segments.emplace_back();
  }
  return segments;
}

}  // namespace handoff::http
