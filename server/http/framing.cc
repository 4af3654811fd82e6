#include "http/framing.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "http/text_rules.h"

namespace handoff::http {
namespace {

using MaybeRefusal = std::optional<Refusal>;

std::size_t count_of(const RequestHead& head, std::string_view name) {
  return static_cast<std::size_t>(
      std::count_if(head.headers.begin(), head.headers.end(),
                    [&](const auto& field) { return equal_ignoring_case(field.first, name); }));
}

bool list_holds(const RequestHead& head, std::string_view name, std::string_view item) {
  for (const auto& [key, value] : head.headers) {
    if (!equal_ignoring_case(key, name)) continue;
    for (std::string_view rest = value; !rest.empty();) {
      if (equal_ignoring_case(trim(next_part(rest, ',')), item)) return true;
    }
  }
  return false;
}

MaybeRefusal read_length(RequestHead& head) {
  const std::size_t lengths = count_of(head, "content-length");
  if (lengths > 1) return Refusal{400, "There is more than one Content-Length."};
  if (lengths == 0) {
    const bool wants_body = head.method == "POST" || head.method == "PUT" || head.method == "PATCH";
    if (!wants_body) return std::nullopt;
    return Refusal{411, "POST, PUT and PATCH need a Content-Length."};
  }
  std::size_t length = 0;
  const std::string_view text = head.header("content-length");
  if (text.empty()) return Refusal{400, "Content-Length must be a number of digits only."};
  for (const char c : text) {
    if (c < '0' || c > '9') return Refusal{400, "Content-Length must be a number of digits only."};
    // Past any limit; the exact number no longer matters.
    if (length < std::numeric_limits<std::size_t>::max() / 16) {
      length = length * 10 + static_cast<std::size_t>(c - '0');
    }
  }
  head.content_length = length;
  return std::nullopt;
}

MaybeRefusal check_encodings(const RequestHead& head) {
  if (count_of(head, "transfer-encoding") > 0) {
    return Refusal{400, "Transfer-Encoding is not accepted; send a Content-Length."};
  }
  if (count_of(head, "content-encoding") > 0) {
    return Refusal{415, "Content-Encoding is not accepted; send the body as it is."};
  }
  constexpr std::string_view kMultipart = "multipart/";
  const std::string_view type = head.header("content-type").substr(0, kMultipart.size());
  if (equal_ignoring_case(type, kMultipart)) {
    return Refusal{415, "Multipart bodies are not accepted; send JSON."};
  }
  return std::nullopt;
}

bool is_host_character(char c) { return is_token({&c, 1}) || c == ':' || c == '[' || c == ']'; }

MaybeRefusal check_host(const RequestHead& head) {
  const std::size_t hosts = count_of(head, "host");
  if (hosts == 0 && head.minor_version == 0) return std::nullopt;
  const std::string_view host = head.header("host");
  const bool clean = !host.empty() && std::all_of(host.begin(), host.end(), is_host_character);
  if (hosts != 1 || !clean)
    return Refusal{400, "Exactly one Host header with a host name is needed."};
  return std::nullopt;
}

MaybeRefusal read_expect(RequestHead& head) {
  const std::size_t expects = count_of(head, "expect");
  if (expects == 0 || head.minor_version == 0) return std::nullopt;
  if (expects > 1 || !equal_ignoring_case(head.header("expect"), "100-continue")) {
    return Refusal{417, "The only expectation served is 100-continue."};
  }
  head.expects_continue = head.content_length > 0;
  return std::nullopt;
}

}  // namespace

std::string_view RequestHead::header(std::string_view name) const {
  return find_field(headers, name);
}

std::optional<Refusal> settle_framing(RequestHead& head) {
  if (auto refusal = check_host(head)) return refusal;
  if (auto refusal = check_encodings(head)) return refusal;
  if (auto refusal = read_length(head)) return refusal;
  // HTTP/1.0 has no framing that outlives a proxy; it gets its answer and a close.
  head.keep_alive = head.minor_version == 1 && !list_holds(head, "connection", "close");
  return read_expect(head);
}

}  // namespace handoff::http
