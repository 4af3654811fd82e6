#pragma once

#include "handoff/time.h"

/// Where "now" comes from. The only clock of the program is handed to whoever needs it, so that
/// tests can set it.
namespace handoff {

/// Implementations may be called from every thread.
class Clock {
 public:
  virtual ~Clock() = default;

  /// The wall clock in UTC. It may jump; nothing that must be ordered is ordered by it.
  virtual Instant now() const = 0;
};

/// The computer's clock.
class SystemClock : public Clock {
 public:
  Instant now() const override;
};

}  // namespace handoff
