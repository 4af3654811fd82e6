#pragma once

#include <string>

#include "http/request.h"

namespace handoff::http {

/// The head of an event stream's answer, with the handler's own headers. It has no length: the
/// stream ends when the connection does. Tells proxies neither to buffer nor to transform.
std::string stream_head(const Fields& headers);

}  // namespace handoff::http
