#pragma once

#include "bench/target.h"

namespace handoff::bench {

/// Asks as fast as the server answers, one request at a time on each of `connections` kept-alive
/// connections, for `seconds`. Prints requests a second and latencies. Returns 1 when a connection
/// was lost or an answer was not 200.
int load_requests(const Target& target, int connections, int seconds);

}  // namespace handoff::bench
