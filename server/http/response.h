#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "handoff/json.h"
#include "http/request.h"
#include "live/stream.h"

/// What a handler answers: a body, a stream, or "not yet". Not thread-safe; lives for one request.
namespace handoff::http {

class Response;

/// A long poll: answers as soon as `poll` has something to say, and holds no thread in between.
///
///     response.wait({.place = {"conversation/42/visitor", "visitor/9", 5}, .timeout = 25s,
///                    .poll = [=](Response& out, bool last) { ... return last || !events.empty();
///                    }});
///
/// `poll` is called on a worker: once after the subscription was made (so nothing is missed in
/// between), again after each event of the topic that has a `seq`, and a last time with `last` =
/// true when the time ran out or the server stops; then it must answer. It returns true when it has
/// filled `out`.
struct WaitPlan {
  live::Place place;
  std::chrono::milliseconds timeout{25'000};
  std::function<bool(Response& out, bool last)> poll;
};

class Response {
 public:
  int status = 200;
  std::string body = {};

  /// Sets a header, replacing one of the same name. A name that is not a token or a value with CR,
  /// LF or NUL is a programming error: it throws std::invalid_argument, which becomes a 500.
  /// Framing headers are the router's.
  void header(std::string name, std::string value);
  /// Adds a header beside others of the same name (`Set-Cookie`). Same rules.
  void add_header(std::string name, std::string value);

  /// A body with its type.
  void content(int code, std::string_view content_type, std::string text);
  void json(int code, const Json& value);
  /// No body: 204, 304.
  void empty(int code);

  /// The connection becomes an event stream; `status` and `body` are not used.
  void stream(live::StreamPlan plan);
  /// The answer comes later; see `WaitPlan`.
  void wait(WaitPlan plan);

  const Fields& headers() const { return headers_; }
  bool has_header(std::string_view name) const;
  std::shared_ptr<live::StreamPlan> stream_plan() const { return stream_; }
  std::shared_ptr<WaitPlan> wait_plan() const { return wait_; }

 private:
  Fields headers_ = {};
  std::shared_ptr<live::StreamPlan> stream_;
  std::shared_ptr<WaitPlan> wait_;
};

}  // namespace handoff::http
