#pragma once

#include "bench/target.h"

namespace handoff::bench {

/// Opens `count` event streams, waits until each has had its first bytes, and prints how much the
/// resident memory of process `pid` has grown per stream. Returns 1 when a stream could not be
/// opened or was refused.
int load_streams(const Target& target, int count, int pid);

}  // namespace handoff::bench
