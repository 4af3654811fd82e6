#pragma once

#include <optional>

#include "http/limits.h"
#include "http/reply.h"

/// Where a request ends, decided once, before routing.
namespace handoff::http {

/// Reads length, `Connection`, `Expect` and `Host` from the headers into the other members of
/// `head`, and refuses every framing but one `Content-Length` of digits: chunked bodies, encodings,
/// multipart, doubled lengths.
std::optional<Refusal> settle_framing(RequestHead& head);

}  // namespace handoff::http
