#include "notify/retry_after.h"

#include <algorithm>
#include <ctime>

namespace handoff {
namespace {

constexpr Seconds kLongest = std::chrono::hours(24);

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

std::optional<Instant> parse_http_date(const std::string& text) {
  for (const char* form : {"%a, %d %b %Y %T GMT", "%A, %d-%b-%y %T GMT", "%a %b %e %T %Y"}) {
    std::tm parts{};
    const char* end = strptime(text.c_str(), form, &parts);
    if (end && *end == '\0') return Instant(Seconds(timegm(&parts)));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Seconds> parse_retry_after(const std::string& value, Instant now) {
  if (is_number(value)) {
    // More digits than these are more than a day.
    return std::min(Seconds(std::stol(value.substr(0, 9))), kLongest);
  }
  const auto date = parse_http_date(value);
  if (!date) return std::nullopt;
  return std::clamp(std::chrono::ceil<Seconds>(*date - now), Seconds(0), kLongest);
}

}  // namespace handoff
