#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "http/limits.h"
#include "http/reply.h"

/// The strict reading of a request's head. What two programs could read in two ways is refused,
/// never repaired, so that no proxy in front can disagree with us about where a request ends. Pure
/// functions.
namespace handoff::http {

/// `head` is everything up to and including the empty line. Checks syntax and limits of lines, then
/// the framing.
std::variant<RequestHead, Refusal> parse_head(std::string_view head, const HeadLimits& limits);

/// True when the first bytes cannot become a request line (a TLS hello, binary noise): no need to
/// wait for its end.
bool hopeless(std::string_view start);

}  // namespace handoff::http
