#include "http/stream_head.h"

#include <algorithm>

#include "http/text_rules.h"

namespace handoff::http {
namespace {

constexpr std::string_view kFixed[] = {
    "Content-Type",   "Cache-Control",   "X-Accel-Buffering",     "Connection",
    "Content-Length", "Referrer-Policy", "X-Content-Type-Options"};

bool is_fixed(const std::string& name) {
  return std::any_of(std::begin(kFixed), std::end(kFixed),
                     [&](std::string_view fixed) { return equal_ignoring_case(fixed, name); });
}

}  // namespace

std::string stream_head(const Fields& headers) {
  std::string head =
      "HTTP/1.1 200 OK\r\n"
      "Content-Type: text/event-stream\r\n"
      "Cache-Control: no-cache, no-store, no-transform\r\n"
      "X-Accel-Buffering: no\r\n"
      "X-Content-Type-Options: nosniff\r\n"
      "Referrer-Policy: no-referrer\r\n"
      "Connection: close\r\n";
  for (const auto& [name, value] : headers) {
    if (!is_fixed(name)) head.append(name).append(": ").append(value).append("\r\n");
  }
  return head.append("\r\n");
}

}  // namespace handoff::http
