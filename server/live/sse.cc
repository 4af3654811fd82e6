#include "live/sse.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace handoff::live {
namespace {

bool breaks_line(char c) { return c == '\r' || c == '\n' || c == '\0'; }

void append_field(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ");
  for (const char c : value) {
    if (!breaks_line(c)) out.push_back(c);
  }
  out.push_back('\n');
}

std::optional<std::int64_t> parse_seq(std::string_view text) {
  const bool digits = !text.empty() && std::all_of(text.begin(), text.end(),
                                                   [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return std::nullopt;
  std::int64_t seq = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seq);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return seq;
}

Cursor cursor_of(std::optional<std::int64_t> seq) {
  if (!seq) return {.kind = Cursor::Kind::kUnknown};
  return {.kind = Cursor::Kind::kAfter, .seq = *seq};
}

}  // namespace

std::string render_event(const StreamEvent& event, const std::string& generation) {
  std::string out;
  out.reserve(event.data.size() + event.type.size() + generation.size() + 48);
  if (!event.id.empty()) {
    append_field(out, "id", event.id);
  } else if (event.seq > 0) {
    append_field(out, "id", generation + ":" + std::to_string(event.seq));
  }
  append_field(out, "event", event.type);
  append_field(out, "data", event.data);
  out.push_back('\n');
  return out;
}

std::string render_comment(std::string_view text) {
  std::string out = ":";
  for (const char c : text) {
    if (!breaks_line(c)) out.push_back(c);
  }
  return out + "\n\n";
}

std::string render_retry(int milliseconds) {
  return "retry: " + std::to_string(milliseconds) + "\n\n";
}

Cursor parse_cursor(std::string_view last_event_id, std::string_view after,
                    std::string_view generation) {
  if (last_event_id.empty()) {
    return after.empty() ? Cursor{} : cursor_of(parse_seq(after));
  }
  const auto colon = last_event_id.rfind(':');
  if (colon == std::string_view::npos || last_event_id.substr(0, colon) != generation) {
    return {.kind = Cursor::Kind::kUnknown};
  }
  return cursor_of(parse_seq(last_event_id.substr(colon + 1)));
}

}  // namespace handoff::live
