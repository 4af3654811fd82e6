#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

/// What travels through the live hub. Plain values.
namespace handoff::live {

/// One event of a topic. `seq` counts 1, 2, 3 ... within the topic and becomes the stream's resume
/// id; 0 marks an ephemeral event (`typing`, `presence`, `reset`), which carries no id and is never
/// replayed.
struct StreamEvent {
  std::int64_t seq = 0;
  std::string type;     ///< `event:`; token characters and dots only
  std::string data;     ///< `data:`; one line of JSON (line breaks are dropped by the renderer)
  std::string id = {};  ///< an opaque id of the caller's own instead of `<generation>:<seq>`
};

/// The backlog that a stream starts with, as read from the store after the subscription was made.
struct Replay {
  std::vector<StreamEvent> events =
      {};  ///< ascending; a `reset`, when needed, is simply the first of them
  /// Live events up to and including this `seq` are in `events` already (or older than the cursor)
  /// and are dropped.
  std::int64_t through = 0;
};

/// A rendered event, shared by every stream that has it in its queue.
using Frame = std::shared_ptr<const std::string>;

}  // namespace handoff::live
