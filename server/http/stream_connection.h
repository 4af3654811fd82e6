#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/address_limits.h"
#include "http/front_parts.h"
#include "http/io_thread.h"
#include "live/stream.h"

/// A connection that has become a stream: the socket, the queue it is written from, and nothing
/// else, because there may be thousands. Lives on one I/O thread; the wait for the client's end
/// keeps it alive.
namespace handoff::http {

class StreamConnection : public std::enable_shared_from_this<StreamConnection> {
 public:
  StreamConnection(FrontParts& parts, IoThread& io, boost::asio::ip::tcp::socket socket,
                   std::optional<AddressLimits::Ticket> ticket, live::OpenStream stream);
  ~StreamConnection();

  void start(std::string head);

 private:
  void watch();
  void awake();
  void flush();
  void write(live::Stream::Batch batch);
  void close();

  FrontParts& parts_;
  IoThread& io_;
  boost::asio::ip::tcp::socket socket_;
  std::optional<AddressLimits::Ticket> ticket_;
  live::OpenStream stream_;
  std::vector<live::Frame> writing_;
  std::size_t ignored_ = 0;  // Bytes the client sent although it has nothing to say.
  bool busy_ = false;
};

}  // namespace handoff::http
