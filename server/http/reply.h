#pragma once

#include <functional>
#include <memory>
#include <string>

#include "http/request.h"
#include "http/response.h"
#include "live/stream.h"

/// What passes between the listener and the router.
namespace handoff::http {

/// The checked head of a request: exactly what the head parser accepted.
struct RequestHead {
  std::string method;
  std::string target;  ///< origin form; begins with `/`
  Fields headers = {};
  int minor_version = 1;          ///< HTTP/1.0 or 1.1
  bool keep_alive = true;         ///< what the client asked for, by version and `Connection`
  bool expects_continue = false;  ///< `Expect: 100-continue`
  std::size_t content_length = 0;

  std::string_view header(std::string_view name) const;
};

/// One whole request as it came from a socket.
struct RequestBytes {
  RequestHead head;
  std::string body = {};
  std::string peer = {};  ///< the socket's remote address, without port
  bool draining = false;  ///< the server stops: answer, then close
};

/// What the listener does next with the connection. Exactly one of `bytes`, `stream` and `wait`
/// counts.
struct Reply {
  std::string bytes = {};  ///< a whole answer, head and body; for a stream the head
  int status = 200;
  bool close = false;
  std::unique_ptr<live::OpenStream> stream = nullptr;
  std::shared_ptr<WaitPlan> wait = nullptr;
  /// Long polls only: turns what `poll` has filled in into bytes; `drain` closes the connection
  /// after it.
  std::function<Reply(Response& filled, bool drain)> finish = nullptr;
};

}  // namespace handoff::http
