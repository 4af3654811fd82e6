#pragma once

#include "handoff/availability.h"

/// The promise that is given when nobody can answer now.
namespace handoff {

enum class CallbackCount { kWorking, kClock };

/// The instant by which somebody answers: `within` of open time after `now` (`kWorking`), or plain
/// time (`kClock`). Open time goes by hours and exceptions; an override `closed` does not count as
/// open, an override `open` adds nothing. When nothing opens within 366 days it is clock time.
/// Pure; thread-safe.
Instant callback_deadline(const WorkingHours& hours, const ZoneTable& zone, Instant now,
                          Minutes within, CallbackCount count);

}  // namespace handoff
