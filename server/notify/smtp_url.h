#pragma once

#include <string>

#include "handoff/result.h"
#include "net/curl_handles.h"

namespace handoff {

/// The address of a mail server, taken apart by the parser that also makes the connection.
struct SmtpUrl {
  CurlUrl handle;
  bool smtps = false;  ///< TLS from the first byte

  /// `smtps://mail.example:465`, `smtp://mail.example:587`; without a port 465 and 25. A path is
  /// the name that we greet with; without one it becomes `greeting`. kInvalid: neither, with a
  /// user, or a host name beyond ASCII (how libcurl reads those depends on the locale that the
  /// program runs in). The message does not repeat it.
  static Result<SmtpUrl> parse(const std::string& text, const std::string& greeting);
};

}  // namespace handoff
