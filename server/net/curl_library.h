#pragma once

namespace handoff {

/// Makes libcurl ready, once for the program; never undone, because others may still use it. Before
/// the first handle. Throws `std::runtime_error`. Thread-safe.
void start_curl();

}  // namespace handoff
