#include "ai/sse_reader.h"

#include <utility>

namespace handoff {

std::vector<SseEvent> SseReader::read(std::string_view bytes) {
  std::vector<SseEvent> events;
  while (!bytes.empty() && !too_long_) {
    if (std::exchange(after_return_, false) && bytes.front() == '\n') {
      bytes.remove_prefix(1);
      continue;
    }
    const auto end = bytes.find_first_of("\r\n");
    line_.append(bytes.substr(0, end));
    too_long_ = line_.size() > most_bytes_;
    if (end == std::string_view::npos) break;
    after_return_ = bytes[end] == '\r';
    bytes.remove_prefix(end + 1);
    if (!too_long_) end_line(events);
  }
  return events;
}

std::optional<SseEvent> SseReader::finish() {
  std::vector<SseEvent> events;
  if (!line_.empty() && !too_long_) end_line(events);
  if (!has_data_ || too_long_) return std::nullopt;
  has_data_ = false;
  return std::exchange(event_, {});
}

void SseReader::end_line(std::vector<SseEvent>& events) {
  std::string_view line = line_;
  if (std::exchange(first_line_, false) && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  if (line.empty()) {
    if (std::exchange(has_data_, false)) events.push_back(std::move(event_));
    event_ = {};
  } else if (const auto colon = line.find(':'); colon == std::string_view::npos) {
    take_field(line, "");
  } else {
    const auto value = line.substr(colon + 1);
    take_field(line.substr(0, colon), value.starts_with(' ') ? value.substr(1) : value);
  }
  line_.clear();
}

void SseReader::take_field(std::string_view name, std::string_view value) {
  if (name == "event") event_.name = value;
  if (name != "data") return;
  if (std::exchange(has_data_, true)) event_.data += '\n';
  event_.data += value;
  too_long_ = event_.data.size() > most_bytes_;
}

}  // namespace handoff
