#include "http/stream_connection.h"

#include <boost/asio/write.hpp>
#include <utility>

namespace handoff::http {

using boost::asio::ip::tcp;
using ErrorCondition = boost::system::error_code;

namespace {

constexpr std::size_t kMostIgnored = 64 * 1024;
// What the kernel may hold for a slow reader; its own choice would grow to megabytes.
constexpr int kSendBuffer = 64 * 1024;

}  // namespace

StreamConnection::StreamConnection(FrontParts& parts, IoThread& io, tcp::socket socket,
                                   std::optional<AddressLimits::Ticket> ticket,
                                   live::OpenStream stream)
    : parts_(parts),
      io_(io),
      socket_(std::move(socket)),
      ticket_(std::move(ticket)),
      stream_(std::move(stream)) {
  ++parts_.counters.connections;
  ++parts_.counters.streams;
}

StreamConnection::~StreamConnection() {
  --parts_.counters.streams;
  --parts_.counters.connections;
}

void StreamConnection::start(std::string head) {
  ErrorCondition ignored;
  socket_.set_option(boost::asio::socket_base::send_buffer_size(kSendBuffer), ignored);
  watch();
  stream_.stream->attach([self = weak_from_this(), &io = io_] {
    io.post([self] {
      if (const auto connection = self.lock()) connection->awake();
    });
  });
  live::Stream::Batch first = stream_.stream->take();
  first.frames.insert(first.frames.begin(), std::make_shared<const std::string>(std::move(head)));
  write(std::move(first));
}

// Notices at once when the client goes.
void StreamConnection::watch() {
  socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](ErrorCondition error) {
    if (error) return;
    ErrorCondition failed;
    self->ignored_ += self->socket_.read_some(boost::asio::buffer(self->io_.scratch()), failed);
    const bool gone = failed && failed != boost::asio::error::would_block;
    if (gone || self->ignored_ > kMostIgnored) return self->close();
    self->watch();
  });
}

void StreamConnection::awake() {
  if (stream_.stream->cut_off()) return close();
  if (!busy_) flush();
}

void StreamConnection::flush() { write(stream_.stream->take()); }

void StreamConnection::write(live::Stream::Batch batch) {
  busy_ = true;
  writing_ = std::move(batch.frames);
  std::vector<boost::asio::const_buffer> buffers;
  buffers.reserve(writing_.size());
  for (const live::Frame& frame : writing_) buffers.push_back(boost::asio::buffer(*frame));
  boost::asio::async_write(
      socket_, std::move(buffers),
      [self = shared_from_this(), ended = batch.ended](ErrorCondition error, std::size_t) {
        if (error || ended) return self->close();
        self->writing_ = {};
        self->busy_ = false;
        if (self->stream_.stream->written()) self->flush();
      });
}

void StreamConnection::close() {
  ErrorCondition ignored;
  socket_.close(ignored);
  stream_.subscription.release();
}

}  // namespace handoff::http
