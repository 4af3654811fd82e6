#pragma once

#include <optional>
#include <string>

#include "handoff/time.h"

namespace handoff {

/// How long `Retry-After` asks to wait (RFC 9110, 10.2.3): a number of seconds, or a date in any of
/// the three forms of HTTP. From 0 to a day; nullopt when it is neither. Pure.
std::optional<Seconds> parse_retry_after(const std::string& value, Instant now);

}  // namespace handoff
