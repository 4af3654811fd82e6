#pragma once

#include <openssl/types.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "support/signals.h"

/// The other side of an outbound call, as good or as bad as a test wants it.
namespace handoff::testing {

/// One accepted connection, for the script in its thread.
class Peer {
 public:
  Peer(int socket, SSL_CTX* tls, Signals& signals);
  ~Peer();
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  /// One request, head and body by its Content-Length; empty when the other side has gone.
  std::string read_request();
  /// These very bytes.
  void send(std::string_view bytes);
  /// False when the other side takes nothing any more.
  bool open() const { return usable_; }
  /// Says nothing more until the other side has gone.
  void wait_until_gone();
  /// Ends the connection with a reset.
  void reset();

  void give(const std::string& signal) { signals_.give(signal); }
  void wait_for(const std::string& signal) { signals_.wait_for(signal); }

 private:
  friend class ScriptedServer;
  bool read_more();

  int socket_;
  SSL* tls_ = nullptr;
  bool usable_ = true;
  std::string buffer_ = {};
  Signals& signals_;
};

struct ScriptedServerOptions {
  std::string host = "127.0.0.1";  ///< where to listen
  SSL_CTX* tls = nullptr;          ///< null: no TLS
};

/// Listens on a free port and runs the script for each connection, in a thread of its own; the
/// connection ends with the script. When the server goes, every script's waiting ends.
class ScriptedServer {
 public:
  using Script = std::function<void(Peer&)>;

  explicit ScriptedServer(Script script, ScriptedServerOptions options = {});
  ~ScriptedServer();
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  std::uint16_t port() const { return port_; }
  /// `http://127.0.0.1:PORT/path`, or https.
  std::string url(std::string_view path = "/") const;
  int connections() const { return connections_; }

  void give(const std::string& signal) { signals_.give(signal); }
  bool wait_for(const std::string& signal) { return signals_.wait_for(signal); }

 private:
  void listen_on(const std::string& host);
  void accept_all();
  void serve(int socket);

  const Script script_;
  const ScriptedServerOptions options_;
  Signals signals_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<int> connections_{0};
  std::mutex mutex_;
  bool ending_ = false;
  std::list<Peer> peers_ = {};
  std::vector<std::thread> threads_ = {};
  std::thread acceptor_;
};

/// An answer with status line, length and body; `more_headers` end in CRLF each.
std::string answer_text(int status, std::string_view body, std::string_view more_headers = "");
/// One piece of a chunked body; the empty one ends it.
std::string chunk_text(std::string_view piece);
/// Where a chunked answer begins.
inline constexpr std::string_view kChunkedHead =
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

/// Answers every request on every connection with the same bytes.
ScriptedServer::Script always(std::string answer);

}  // namespace handoff::testing
