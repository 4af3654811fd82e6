#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "http/limits.h"
#include "http/reply.h"

/// Bytes in, whole requests out. Knows no socket and no clock. Not thread-safe: one reader a
/// connection.
namespace handoff::http {

class RequestReader {
 public:
  enum class State {
    kIdle,      ///< no byte of the next request yet
    kReading,   ///< somewhere in its head or body
    kComplete,  ///< `take` it
    kRefused,   ///< `refusal` says why; nothing more is read
  };
  using BodyLimit = std::function<std::size_t(const RequestHead&)>;

  /// `body_limit` is asked as soon as a head is whole, so that too large a body is refused unread;
  /// 0 means no limit. REQUIRES: `limits` and `body_limit` outlive the reader.
  RequestReader(const HeadLimits& limits, const BodyLimit& body_limit);

  State state() const { return state_; }
  /// Adds bytes. What goes beyond the present request is kept for the next one.
  State feed(std::string_view bytes);
  /// The request that is complete. The reader then looks at what was kept; see `state`.
  RequestBytes take();
  const Refusal& refusal() const { return refusal_; }
  /// True, once a request, when the client waits for `100 Continue` before it sends the body.
  bool wants_continue();

 private:
  void advance();
  bool find_head();
  bool skip_empty_line();
  void check_unfinished_head();
  void start_body(std::string_view head);
  void finish_body();
  void refuse(Refusal refusal);

  const HeadLimits& limits_;
  const BodyLimit& body_limit_;
  State state_ = State::kIdle;
  bool in_body_ = false;
  bool continue_pending_ = false;
  std::size_t scanned_ = 0;   // Bytes of buffer_ known to hold no end of the head.
  std::size_t line_end_ = 0;  // Length of the request line with its CRLF, once known.
  std::string buffer_;
  RequestBytes request_;
  Refusal refusal_;
};

}  // namespace handoff::http
