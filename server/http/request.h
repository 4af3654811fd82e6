#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// One whole request, checked by the listener: framed, within the limits, free of control
/// characters in its head. A plain value, read by handlers on a worker thread.
namespace handoff::http {

/// Names and values in the order they came.
using Fields = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;      ///< `GET`, `POST` ... (`HEAD` reaches handlers as `GET`)
  std::string path;        ///< percent-decoded once; no `..`, no `//`, no backslash, valid UTF-8
  std::string query_text;  ///< as sent, without the `?`
  Fields params = {};      ///< the `{names}` of the route's pattern, decoded
  Fields query = {};       ///< decoded; may hold any byte
  Fields headers = {};     ///< as sent; the framing headers are settled already
  std::string body = {};
  std::string
      remote_addr;   ///< the client; behind a trusted proxy the address that proxy vouches for
  bool tls = false;  ///< a trusted proxy said that the client came over https

  /// A path parameter; empty when the pattern has none of that name.
  std::string_view param(std::string_view name) const;
  /// The first query parameter of that name.
  std::optional<std::string_view> query_value(std::string_view name) const;
  /// The first header of that name, case-insensitive; empty when there is none.
  std::string_view header(std::string_view name) const;
  /// The first cookie of that name.
  std::optional<std::string_view> cookie(std::string_view name) const;
  /// The token of `Authorization: Bearer ...`; empty when there is none.
  std::string_view bearer() const;
  /// True when `Accept` names this media type (no quality values, no wildcards).
  bool accepts(std::string_view media_type) const;
};

}  // namespace handoff::http
