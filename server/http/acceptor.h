#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <string>

#include "handoff/result.h"
#include "http/counters.h"
#include "http/io_thread.h"

/// The listening socket. No error ends its loop: out of descriptors it waits a moment and goes on.
namespace handoff::http {

class Acceptor {
 public:
  /// Takes an accepted, non-blocking socket that belongs to the I/O thread that `next` named.
  using Take = std::function<void(IoThread&, boost::asio::ip::tcp::socket)>;
  using Next = std::function<IoThread&()>;

  Acceptor(IoThread& io, Counters& counters, Next next, Take take);

  /// Errors: kInvalid for an address that is none, kUnavailable when the port cannot be had.
  Result<std::uint16_t> open(const std::string& host, std::uint16_t port);

  /// Begins to accept. `close` is for the I/O thread only.
  void accept();
  void close();

 private:
  void accepted(IoThread& io, boost::system::error_code error, boost::asio::ip::tcp::socket socket);
  void rest();

  boost::asio::ip::tcp::acceptor acceptor_;
  boost::asio::steady_timer timer_;
  Counters& counters_;
  const Next next_;
  const Take take_;
};

}  // namespace handoff::http
