#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handoff {

/// One server-sent event as far as a model's stream uses them.
struct SseEvent {
  std::string name = {};  ///< of its `event:` line; mostly empty
  std::string data = {};  ///< its `data:` lines, joined by line feeds

  friend bool operator==(const SseEvent&, const SseEvent&) = default;
};

/// Reads `text/event-stream` (WHATWG HTML, section 9.2) from pieces of any size: a piece may end in
/// the middle of a character, of a CRLF, of the byte order mark. Comments, `id:`, `retry:` and
/// unknown fields are passed over. Bytes are handed on as they came, well-formed or not. Not
/// thread-safe.
class SseReader {
 public:
  static constexpr std::size_t kMostBytes = 256 * 1024;

  /// `most_bytes`: of one line, and of the data of one event.
  explicit SseReader(std::size_t most_bytes = kMostBytes) : most_bytes_(most_bytes) {}

  /// The events that these bytes complete, in order. Nothing any more once it is `too_long()`.
  std::vector<SseEvent> read(std::string_view bytes);

  /// The event that stands at the end without the empty line it should have. The standard drops it;
  /// servers that close right after their last line do not mean that.
  std::optional<SseEvent> finish();

  bool too_long() const { return too_long_; }

 private:
  void end_line(std::vector<SseEvent>& events);
  void take_field(std::string_view name, std::string_view value);

  std::size_t most_bytes_;
  std::string line_ = {};
  SseEvent event_ = {};
  bool has_data_ = false;
  bool after_return_ = false;  ///< a line feed now belongs to the return before it
  bool first_line_ = true;
  bool too_long_ = false;
};

}  // namespace handoff
