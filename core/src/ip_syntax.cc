#include "ip_syntax.h"

#include <algorithm>
#include <optional>

#include "settings_syntax.h"

namespace handoff {
namespace {

/// A decimal number without sign and leading zeros, up to `max`.
bool is_number(std::string_view text, int max) {
  if (text.empty() || text.size() > 3 || (text.size() > 1 && text[0] == '0')) return false;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  return value <= max;
}

bool is_group(std::string_view text) {
  return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  });
}

/// How many 16-bit groups stand in a list without `::`; an IPv4 tail counts two. Nullopt: not a
/// list of groups.
std::optional<int> count_groups(std::string_view text, bool ipv4_tail) {
  int count = 0;
  while (!text.empty()) {
    const auto colon = text.find(':');
    const auto part = text.substr(0, colon);
    const bool last = colon == std::string_view::npos;
    if (last && ipv4_tail && is_ipv4(part)) return count + 2;
    if (!is_group(part) || (!last && colon + 1 == text.size())) return std::nullopt;
    ++count;
    text.remove_prefix(last ? text.size() : colon + 1);
  }
  return count;
}

}  // namespace

bool is_ipv4(std::string_view text) {
  for (int part = 0; part < 3; ++part) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos || !is_number(text.substr(0, dot), 255)) return false;
    text.remove_prefix(dot + 1);
  }
  return is_number(text, 255);
}

bool is_ipv6(std::string_view text) {
  const auto hole = text.find("::");
  if (hole == std::string_view::npos) return count_groups(text, true) == 8;
  const auto before = count_groups(text.substr(0, hole), false);
  const auto after = count_groups(text.substr(hole + 2), true);
  return before && after && *before + *after <= 7;
}

bool is_cidr(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  const auto address = text.substr(0, slash);
  const auto length = text.substr(slash + 1);
  return (is_ipv4(address) && is_number(length, 32)) ||
         (is_ipv6(address) && is_number(length, 128));
}

}  // namespace handoff
