#pragma once

#include <string>

#include "handoff/result.h"
#include "net/curl_handles.h"

namespace handoff {

/// An address to call, taken apart once, by the parser that also makes the connection: two parsers
/// would disagree one day. Immutable.
class OutboundUrl {
 public:
  /// kInvalid: no URL, neither http: nor https:, with a user, or a host name beyond ASCII. The
  /// message does not repeat it.
  static Result<OutboundUrl> parse(const std::string& text);

  CURLU* handle() const { return handle_.get(); }
  bool is_https() const { return https_; }
  /// Scheme, host and port: calls to the same one can share a connection.
  const std::string& origin() const { return origin_; }
  /// The host alone; an IPv6 address in its brackets.
  const std::string& host() const { return host_; }

 private:
  OutboundUrl(CurlUrl handle, bool https, std::string host, std::string origin)
      : handle_(std::move(handle)),
        https_(https),
        host_(std::move(host)),
        origin_(std::move(origin)) {}

  CurlUrl handle_;
  bool https_ = false;
  std::string host_;
  std::string origin_;
};

}  // namespace handoff
