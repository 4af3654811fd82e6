#pragma once

#include <optional>
#include <vector>

#include "handoff/time.h"

/// How long a visitor waits, as an honest range. Pure; thread-safe.
namespace handoff {

/// Half of the visitors in this place wait no longer than `p50`, nine of ten no longer than `p90`.
struct WaitEstimate {
  Seconds p50{0};
  Seconds p90{0};

  friend bool operator==(const WaitEstimate&, const WaitEstimate&) = default;
};

/// What the site has seen: the time from request to takeover of recent handoffs, newest last, at
/// most the last 50.
struct WaitHistory {
  std::vector<Seconds> waits;
};

/// Unknown (nullopt) until five waits have been seen and while no agent is online: "no estimate" is
/// said, never guessed. `position` is 1 for the next in line; the range grows with the place and
/// shrinks with the agents who are free.
std::optional<WaitEstimate> estimate_wait(const WaitHistory& history, int position,
                                          int agents_online);

}  // namespace handoff
