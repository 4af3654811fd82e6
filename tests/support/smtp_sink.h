#pragma once

#include <string>

#include "handoff/json.h"

namespace handoff::testing {

/// A mail server in a child process (`smtp-sink.mjs`), as good or as bad as a test wants it, which
/// reads what it is given with a parser that is not ours. All of them live in one process, which
/// ends with the tests.
class SmtpSink {
 public:
  /// `wanted`: see the script. Waits until it listens on a port of 127.0.0.1.
  explicit SmtpSink(const Json& wanted = Json::object());
  ~SmtpSink();
  SmtpSink(const SmtpSink&) = delete;
  SmtpSink& operator=(const SmtpSink&) = delete;

  /// `smtp://127.0.0.1:PORT`
  std::string url(const std::string& scheme = "smtp") const;
  /// The next mail that came, in the order of their coming. Throws when none comes in a long time.
  Json next_mail();

 private:
  int id_ = 0;
  int port_ = 0;
};

}  // namespace handoff::testing
