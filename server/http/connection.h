#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "http/address_limits.h"
#include "http/front_parts.h"
#include "http/io_thread.h"
#include "http/long_poll.h"
#include "http/reply.h"
#include "http/request_reader.h"

/// One client's connection, from accept to close or until it becomes a stream. Lives on one I/O
/// thread; the operation under way keeps it alive.
namespace handoff::http {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  /// `ticket` is empty for a connection that is only to be told why it is refused.
  Connection(FrontParts& parts, IoThread& io, boost::asio::ip::tcp::socket socket, std::string peer,
             std::optional<AddressLimits::Ticket> ticket);
  ~Connection();

  void start();
  void start_refused(const Refusal& refusal);
  /// The server stops: closes when idle; otherwise the answer under way will be the last.
  void drain();
  /// Closes whatever is under way.
  void close();

 private:
  enum class Phase { kIdle, kReading, kBusy, kWriting, kLingering, kClosed };

  void arm(std::chrono::milliseconds after);
  void expired();
  void read_on();
  void readable();
  void look();
  void promise_body();
  void submit();
  static void serve(std::shared_ptr<Connection> self, RequestBytes& request);
  void answer(Reply reply);
  void wait_for(std::shared_ptr<LongPoll> poll);
  void watch_waiting();
  void write(Reply reply);
  void written();
  void become_stream(Reply reply);
  void linger();
  void discard();

  FrontParts& parts_;
  IoThread& io_;
  boost::asio::ip::tcp::socket socket_;
  boost::asio::steady_timer timer_;
  std::optional<AddressLimits::Ticket> ticket_;
  const bool refused_;
  const std::string peer_;
  RequestReader reader_;
  Phase phase_ = Phase::kIdle;
  std::string out_;
  bool close_after_ = false;
  std::shared_ptr<LongPoll> poll_;
};

}  // namespace handoff::http
