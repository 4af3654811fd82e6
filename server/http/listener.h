#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "handoff/result.h"
#include "http/counters.h"
#include "http/router.h"
#include "live/hub.h"

/// The only owner of sockets: accepts, reads whole requests under limits, hands them to worker
/// threads, writes answers, keeps streams. A connection costs no thread while it is idle, slow,
/// streaming or waiting.
namespace handoff::http {

struct ListenerOptions {
  std::string host = "127.0.0.1";  ///< an address, not a name
  std::uint16_t port = 0;          ///< 0: any free one
  int io_threads = 1;
  int workers = 0;           ///< threads that run handlers; 0: the larger of 8 and 4 per core
  std::size_t queue = 1024;  ///< whole requests that may wait for a worker; more are answered 503
  std::size_t header_bytes = 16384;
  std::size_t header_lines = 64;
  std::size_t connections_per_address = 256;  ///< 0: no limit
  std::size_t connections = 0;                ///< in all; 0: what the descriptor limit allows
  std::chrono::milliseconds request_deadline{10'000};  ///< from its first byte to its last
  std::chrono::milliseconds idle_deadline{75'000};     ///< between two requests of a connection
  std::chrono::milliseconds write_deadline{
      30'000};  ///< for an answer; large ones get a second more per 16 KiB
  std::chrono::milliseconds linger_deadline{
      2'000};  ///< how long a closed side waits for the client to read
};

class Listener {
 public:
  /// REQUIRES: `router` and `hub` outlive the listener.
  Listener(ListenerOptions options, Router& router, live::Hub& hub);
  /// Stops at once if `stop` was not called.
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// Binds, listens and starts the threads. Errors: kInvalid for an unusable address, kUnavailable
  /// for a port in use.
  Result<Done> start();

  /// The port in use, once started.
  std::uint16_t port() const;

  /// Stops accepting, ends the streams, lets running requests finish for `grace`, closes the rest,
  /// joins the threads. A second call, from another thread, ends the grace of the first.
  void stop(std::chrono::milliseconds grace);

  const Counters& counters() const;

 private:
  class Core;
  std::unique_ptr<Core> core_;
};

}  // namespace handoff::http
