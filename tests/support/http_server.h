#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "http/listener.h"
#include "http/router.h"
#include "live/hub.h"
#include "support/event_log.h"
#include "support/raw_client.h"

/// The real listener on a free port with a few routes, for tests that speak to it over sockets.
namespace handoff::testing {

struct HttpServerOptions {
  http::ListenerOptions listener = {};
  http::RouterOptions router = {};
  live::HubOptions hub = {};
};

class HttpServer {
 public:
  explicit HttpServer(HttpServerOptions options = {});
  ~HttpServer();

  std::uint16_t port() const { return listener.port(); }
  RawClient client() const { return RawClient(port()); }

  /// How often the handlers of `/count` and `/echo` ran.
  std::atomic<int> executed{0};
  /// `/block` waits until this is called.
  void open_gate();
  /// Waits until `wanted` handlers stand at the gate.
  void wait_at_gate(int wanted);

  EventLog log;

 private:
  // Before the listener: its handlers use them to the last.
  std::mutex mutex_;
  std::condition_variable changed_;
  bool gate_open_ = false;
  int at_gate_ = 0;

 public:
  live::Hub hub;
  http::Router router;
  http::Listener listener;

 private:
  void add_plain_routes();
  void add_live_routes();
};

/// Waits until `holds` does, checking again and again; false after a long time.
template <class Condition>
bool eventually(Condition holds) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!holds()) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::yield();
  }
  return true;
}

}  // namespace handoff::testing
