#pragma once

#include <string_view>

#include "handoff/result.h"
#include "http/response.h"

/// The one place that turns errors into HTTP (RFC 9457, `application/problem+json`).
namespace handoff::http {

int status_of(ErrorCode code);

/// The answer for a refusal by the core or a service. kInternal is logged with an incident id, and
/// only that id is told.
Response problem(const Error& error);

/// The answer for a refusal by the HTTP front itself (framing, limits, routing).
Response problem(int status, std::string_view detail);

/// Logs `what` with a new incident id and answers 500 with nothing but that id.
Response incident(std::string_view what);

/// The reason phrase of a status.
std::string_view title_of(int status);

}  // namespace handoff::http
