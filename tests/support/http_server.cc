#include "support/http_server.h"

#include <stdexcept>
#include <utility>

#include "http/problem.h"
#include "live/sse.h"

namespace handoff::testing {
namespace {

using http::Request;
using http::Response;

live::Place place_of(const Request& request) {
  return {.topic = std::string(request.param("topic")),
          .principal = std::string(request.query_value("who").value_or("")),
          .principal_limit = 2};
}

}  // namespace

HttpServer::HttpServer(HttpServerOptions options)
    : hub(std::move(options.hub)),
      router(hub, std::move(options.router)),
      listener(std::move(options.listener), router, hub) {
  add_plain_routes();
  add_live_routes();
  if (!listener.start().ok()) throw std::runtime_error("the test server cannot listen");
}

HttpServer::~HttpServer() { open_gate(); }

void HttpServer::open_gate() {
  const std::lock_guard lock(mutex_);
  gate_open_ = true;
  changed_.notify_all();
}

void HttpServer::wait_at_gate(int wanted) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return at_gate_ >= wanted; });
}

void HttpServer::add_plain_routes() {
  router.before([](const Request& request, Response& response) {
    response.header("X-Before", "yes");
    if (request.path != "/forbidden") return false;
    response = http::problem(403, "Not for you.");
    return true;
  });
  router.route("GET", "/healthz", [](const Request&, Response& out) {
    out.json(200, {{"ok", true}});
  });
  router.route("GET", "/count", [this](const Request&, Response& out) {
    out.content(200, "text/plain", std::to_string(++executed));
  });
  router.route("POST", "/echo", [this](const Request& request, Response& out) {
    ++executed;
    out.content(200, "text/plain", request.body);
  });
  router.route("GET", "/big", [](const Request&, Response& out) {
    out.content(200, "text/plain", std::string(1'000'000, 'x'));
  });
  router.route("GET", "/address", [](const Request& request, Response& out) {
    out.content(200, "text/plain", request.remote_addr + (request.tls ? " tls" : ""));
  });
  router.route("GET", "/throw",
               [](const Request&, Response&) { throw std::runtime_error("db password=hunter2"); });
  router.route("GET", "/block", [this](const Request&, Response& out) {
    std::unique_lock lock(mutex_);
    ++at_gate_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return gate_open_; });
    out.content(200, "text/plain", "through");
  });
  router.route("DELETE", "/things/{id}", [](const Request&, Response& out) { out.empty(204); });
  router.route(
      "POST", "/large",
      [](const Request& request, Response& out) {
        out.content(200, "text/plain", std::to_string(request.body.size()));
      },
      200'000);
}

void HttpServer::add_live_routes() {
  router.route("GET", "/stream/{topic}", [this](const Request& request, Response& out) {
    const auto cursor =
        live::parse_cursor(request.header("last-event-id"),
                           request.query_value("after").value_or(""), hub.generation());
    out.stream({.place = place_of(request), .replay = [this, cursor]() -> Result<live::Replay> {
                  return live::Replay{log.after(cursor.seq), cursor.seq};
                }});
  });
  router.route("GET", "/poll/{topic}", [this](const Request& request, Response& out) {
    const auto after = std::stoll(std::string(request.query_value("after").value_or("0")));
    const auto wait = std::stoll(std::string(request.query_value("wait").value_or("20000")));
    out.wait({.place = place_of(request),
              .timeout = std::chrono::milliseconds(wait),
              .poll = [this, after](Response& answer, bool last) {
                const auto events = log.after(after);
                answer.json(200, {{"events", events.size()}, {"as_of_seq", log.size()}});
                return last || !events.empty();
              }});
  });
}

}  // namespace handoff::testing
