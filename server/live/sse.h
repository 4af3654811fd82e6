#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "live/stream_event.h"

/// Server-sent events as text (WHATWG HTML, section 9.2). Pure functions.
namespace handoff::live {

/// `id:`, `event:`, `data:` and the blank line. Line breaks and NUL inside a field are dropped, so
/// that no value can start a field of its own.
std::string render_event(const StreamEvent& event, const std::string& generation);

/// `: text` and a blank line.
std::string render_comment(std::string_view text);

/// `retry: 3000` and a blank line.
std::string render_retry(int milliseconds);

/// Where a reader wants to go on.
struct Cursor {
  enum class Kind {
    kStart,    ///< none was given: everything from 1
    kAfter,    ///< everything after `seq`
    kUnknown,  ///< not ours, or from another generation: send `reset`, then everything from 1
  };
  Kind kind = Kind::kStart;
  std::int64_t seq = 0;

  friend bool operator==(const Cursor&, const Cursor&) = default;
};

/// Reads `Last-Event-ID` (`generation:seq`), or, where that is empty, `?after=` (a plain `seq`).
/// Never fails: what cannot be read is kUnknown. Whether the log reaches that far is for the caller
/// to check.
Cursor parse_cursor(std::string_view last_event_id, std::string_view after,
                    std::string_view generation);

}  // namespace handoff::live
