#include "http/head_parser.h"

#include <algorithm>
#include <utility>

#include "http/framing.h"
#include "http/text_rules.h"

namespace handoff::http {
namespace {

using MaybeRefusal = std::optional<Refusal>;

bool is_visible_ascii(char c) { return c > 0x20 && c < 0x7f; }

// Field values: visible ASCII, space, tab and bytes above ASCII.
bool is_value_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return c == '\t' || (byte >= 0x20 && byte != 0x7f);
}

// Decoders further in would turn these into line breaks in logs, mails or answers.
bool holds_escaped_break(std::string_view value) {
  for (auto at = value.find('%'); at != std::string_view::npos; at = value.find('%', at + 1)) {
    const std::string_view escape = value.substr(at + 1, 2);
    if (escape == "00" || equal_ignoring_case(escape, "0d") || equal_ignoring_case(escape, "0a")) {
      return true;
    }
  }
  return false;
}

MaybeRefusal check_target(std::string_view target, const HeadLimits& limits) {
  if (target.size() > limits.target_bytes) {
    return Refusal{414, "The request target is longer than " + std::to_string(limits.target_bytes) +
                            " bytes."};
  }
  if (target.empty() || target.front() != '/') {
    return Refusal{400, "The request target must be a path that begins with a slash."};
  }
  const bool clean = std::all_of(target.begin(), target.end(), is_visible_ascii) &&
                     target.find('#') == std::string_view::npos;
  if (!clean) {
    return Refusal{400, "The request target holds a character that must be percent-encoded."};
  }
  if (std::min(target.find('?'), target.size()) > limits.path_bytes) {
    return Refusal{414, "The path is longer than " + std::to_string(limits.path_bytes) + " bytes."};
  }
  return std::nullopt;
}

MaybeRefusal check_method(std::string_view method) {
  constexpr std::string_view kMethods[] = {"GET",   "HEAD",   "POST",   "PUT",
                                           "PATCH", "DELETE", "OPTIONS"};
  if (std::find(std::begin(kMethods), std::end(kMethods), method) != std::end(kMethods)) {
    return std::nullopt;
  }
  if (!is_token(method)) return Refusal{400, "The request line does not begin with a method."};
  return Refusal{405, "Methods are GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS."};
}

MaybeRefusal read_version(std::string_view version, RequestHead& head) {
  if (version == "HTTP/1.1" || version == "HTTP/1.0") {
    head.minor_version = version.back() - '0';
    return std::nullopt;
  }
  if (version.size() == 8 && version.substr(0, 5) == "HTTP/")
    return Refusal{505, "Only HTTP/1.0 and HTTP/1.1 are spoken."};
  return Refusal{400, "The request line must be: method, one space, target, one space, HTTP/1.1."};
}

MaybeRefusal read_request_line(std::string_view line, const HeadLimits& limits, RequestHead& head) {
  const std::string_view method = next_part(line, ' ');
  const std::string_view target = next_part(line, ' ');
  if (auto refusal = check_method(method)) return refusal;
  if (auto refusal = check_target(target, limits)) return refusal;
  head.method = method;
  head.target = target;
  return read_version(line, head);
}

MaybeRefusal read_header_line(std::string_view line, RequestHead& head) {
  const auto colon = line.find(':');
  const std::string_view name = line.substr(0, colon);
  // Gateways turn `_` and `-` into the same variable, so a client could shadow a proxy's header.
  if (colon == std::string_view::npos || !is_token(name) ||
      name.find('_') != std::string_view::npos) {
    return Refusal{400,
                   "A header line is not `Name: value` with a name of letters, digits and dashes."};
  }
  const std::string_view value = trim(line.substr(colon + 1));
  if (!std::all_of(value.begin(), value.end(), is_value_character)) {
    return Refusal{400, "A header value holds a control character."};
  }
  if (holds_escaped_break(value)) {
    return Refusal{400, "A header value holds an encoded line break or NUL."};
  }
  head.headers.emplace_back(name, value);
  return std::nullopt;
}

// Takes the next line, without its CRLF.
std::string_view next_line(std::string_view& rest) {
  const auto end = rest.find("\r\n");
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(rest.size(), line.size() + 2));
  return line;
}

}  // namespace

std::variant<RequestHead, Refusal> parse_head(std::string_view text, const HeadLimits& limits) {
  RequestHead head;
  if (auto refusal = read_request_line(next_line(text), limits, head)) return *refusal;
  if (text.size() > limits.header_bytes + 2) {
    return Refusal{
        431, "The headers are longer than " + std::to_string(limits.header_bytes) + " bytes."};
  }
  for (std::string_view line = next_line(text); !line.empty(); line = next_line(text)) {
    if (head.headers.size() == limits.header_lines) {
      return Refusal{
          431, "There are more than " + std::to_string(limits.header_lines) + " header lines."};
    }
    if (auto refusal = read_header_line(line, head)) return *refusal;
  }
  if (auto refusal = settle_framing(head)) return *refusal;
  return head;
}

bool hopeless(std::string_view start) {
  return !start.empty() && (start.front() < 'A' || start.front() > 'Z');
}

}  // namespace handoff::http
