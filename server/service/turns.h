#pragma once

#include <vector>

#include "handoff/detection.h"
#include "handoff/event.h"

/// What the detector and the AI read of a log.
namespace handoff {

/// How many of the newest events they look back over.
inline constexpr int kTurnEvents = 60;

/// The messages of the present episode (after the last return to the AI), oldest first.
/// Confidence is left out when `with_confidence` is false: a doubt that was acted on once must not
/// fire again with the visitor's next message.
std::vector<Turn> turns_of(const std::vector<Event>& events, bool with_confidence);

}  // namespace handoff
