#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/limits.h"
#include "http/reply.h"
#include "http/request.h"
#include "http/response.h"
#include "http/route_table.h"
#include "live/hub.h"

/// Requests in, answers out. Routes are registered before the listener starts; afterwards `respond`
/// may be called from any number of threads.
namespace handoff::http {

struct RouterOptions {
  std::size_t body_bytes = 65536;  ///< default body limit; 0: no limit
  /// CIDRs whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed, and which no per-address
  /// cap hits. What cannot be read as a CIDR is ignored here: the settings reader refuses it.
  std::vector<std::string> trusted_proxies = {};
};

class Router {
 public:
  explicit Router(live::Hub& hub, RouterOptions options = {});
  ~Router();

  /// Registers a handler. `pattern` is literal segments, `{name}` for one segment, and `{name...}`
  /// at the end for the rest: `/v1/conversations/{id}/messages`. Literals win over names. `HEAD` is
  /// answered by `GET`; `OPTIONS` wants its own route or the `before` hook. An unknown path is 404,
  /// a known path with another method 405 with `Allow`. `body_bytes` replaces the default body
  /// limit of this route; 0 keeps it. A handler that throws is a 500 with an incident id; the
  /// exception's text goes only to the log.
  void route(std::string_view method, std::string_view pattern, Handler handler,
             std::size_t body_bytes = 0);

  /// Called before every route's handler, after matching (also for unknown paths): CORS, security
  /// headers. What it sets stays unless the handler replaces it. Return true to answer without
  /// calling the handler.
  void before(std::function<bool(const Request&, Response&)> hook);

  /// The body limit for a request, known before its body is read. 0: no limit.
  std::size_t body_limit(const RequestHead& head) const;

  /// True for an address inside `trusted_proxies`.
  bool trusts(std::string_view address) const;

  /// Answers one request. Never throws.
  Reply respond(RequestBytes request);

  /// The answer for a request that could not be read; closes.
  Reply refuse(const Refusal& refusal);

 private:
  class Front;
  std::unique_ptr<Front> front_;
};

}  // namespace handoff::http
