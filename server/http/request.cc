#include "http/request.h"

#include <algorithm>

#include "http/text_rules.h"

namespace handoff::http {
namespace {

std::optional<std::string_view> first(const Fields& fields, std::string_view name) {
  for (const auto& [key, value] : fields) {
    if (key == name) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view Request::param(std::string_view name) const {
  return first(params, name).value_or(std::string_view());
}

std::optional<std::string_view> Request::query_value(std::string_view name) const {
  return first(query, name);
}

std::string_view Request::header(std::string_view name) const { return find_field(headers, name); }

std::optional<std::string_view> Request::cookie(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (!equal_ignoring_case(key, "cookie")) continue;
    for (std::string_view rest = value; !rest.empty();) {
      const std::string_view pair = trim(next_part(rest, ';'));
      const auto equals = pair.find('=');
      if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
        return pair.substr(equals + 1);
      }
    }
  }
  return std::nullopt;
}

std::string_view Request::bearer() const {
  constexpr std::string_view kScheme = "bearer ";
  const std::string_view value = header("authorization");
  if (value.size() <= kScheme.size()) return {};
  if (!equal_ignoring_case(value.substr(0, kScheme.size()), kScheme)) return {};
  return trim(value.substr(kScheme.size()));
}

bool Request::accepts(std::string_view media_type) const {
  for (const auto& [key, value] : headers) {
    if (!equal_ignoring_case(key, "accept")) continue;
    for (std::string_view rest = value; !rest.empty();) {
      std::string_view item = next_part(rest, ',');
      if (equal_ignoring_case(trim(next_part(item, ';')), media_type)) return true;
    }
  }
  return false;
}

}  // namespace handoff::http
