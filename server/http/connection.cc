#include "http/connection.h"

#include <boost/asio/write.hpp>
#include <utility>

#include "http/stream_connection.h"

namespace handoff::http {

using boost::asio::ip::tcp;
using ErrorCondition = boost::system::error_code;

Connection::Connection(FrontParts& parts, IoThread& io, tcp::socket socket, std::string peer,
                       std::optional<AddressLimits::Ticket> ticket)
    : parts_(parts),
      io_(io),
      socket_(std::move(socket)),
      timer_(io.context()),
      ticket_(std::move(ticket)),
      refused_(!ticket_.has_value()),
      peer_(std::move(peer)),
      reader_(parts.head_limits, parts.body_limit) {
  ++parts_.counters.connections;
  io_.connections().insert(this);
  if (refused_) ++io_.refusals();
}

Connection::~Connection() {
  io_.connections().erase(this);
  if (refused_) --io_.refusals();
  --parts_.counters.connections;
}

void Connection::start() {
  if (parts_.draining) return close();
  arm(parts_.options.request_deadline);
  read_on();
}

void Connection::start_refused(const Refusal& refusal) { write(parts_.router.refuse(refusal)); }

void Connection::drain() {
  if (phase_ == Phase::kIdle) close();
}

void Connection::arm(std::chrono::milliseconds after) {
  timer_.expires_after(after);
  timer_.async_wait([self = weak_from_this()](ErrorCondition error) {
    if (error) return;
    if (const auto connection = self.lock()) connection->expired();
  });
}

void Connection::expired() {
  // A timer that was armed anew while its old end was already queued.
  if (timer_.expiry() > std::chrono::steady_clock::now()) return;
  if (phase_ == Phase::kReading) {
    write(parts_.router.refuse({408, "The request did not arrive in time."}));
  } else if (phase_ != Phase::kBusy) {
    close();
  }
}

void Connection::read_on() {
  socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](ErrorCondition error) {
    if (!error) self->readable();
  });
}

void Connection::readable() {
  if (phase_ != Phase::kIdle && phase_ != Phase::kReading) return;
  ErrorCondition error;
  const std::size_t count = socket_.read_some(boost::asio::buffer(io_.scratch()), error);
  if (error == boost::asio::error::would_block) return read_on();
  if (error) return close();
  reader_.feed({io_.scratch().data(), count});
  look();
}

// Goes on by what the reader has.
void Connection::look() {
  switch (reader_.state()) {
    case RequestReader::State::kIdle:
      return read_on();
    case RequestReader::State::kReading:
      if (std::exchange(phase_, Phase::kReading) == Phase::kIdle) {
        arm(parts_.options.request_deadline);
      }
      if (reader_.wants_continue()) return promise_body();
      return read_on();
    case RequestReader::State::kComplete:
      return submit();
    case RequestReader::State::kRefused:
      return write(parts_.router.refuse(reader_.refusal()));
  }
}

void Connection::promise_body() {
  static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  boost::asio::async_write(socket_, boost::asio::buffer(kContinue.data(), kContinue.size()),
                           [self = shared_from_this()](ErrorCondition error, std::size_t) {
                             if (error) return self->close();
                             if (self->phase_ == Phase::kReading) self->read_on();
                           });
}

void Connection::submit() {
  phase_ = Phase::kBusy;
  timer_.cancel();
  auto request = std::make_shared<RequestBytes>(reader_.take());
  request->peer = peer_;
  request->draining = parts_.draining;
  const bool taken = parts_.workers.try_submit(
      [self = shared_from_this(), request]() mutable { serve(std::move(self), *request); });
  if (!taken) write(parts_.router.refuse({503, "The server is busy; try again in a moment."}));
}

// On a worker. `self` travels back to the I/O thread: a connection must not end anywhere else.
void Connection::serve(std::shared_ptr<Connection> self, RequestBytes& request) {
  IoThread& io = self->io_;
  auto reply = std::make_shared<Reply>(self->parts_.router.respond(std::move(request)));
  if (!reply->wait) {
    io.post([self = std::move(self), reply] { self->answer(std::move(*reply)); });
    return;
  }
  auto poll = std::make_shared<LongPoll>(self->parts_, io, std::move(*reply),
                                         [self](Reply late) { self->answer(std::move(late)); });
  io.post([self = std::move(self), poll] { self->wait_for(poll); });
  poll->begin();
}

void Connection::answer(Reply reply) {
  if (phase_ != Phase::kBusy) return;
  poll_.reset();
  if (reply.stream) return become_stream(std::move(reply));
  reply.close = reply.close || parts_.draining;
  write(std::move(reply));
}

void Connection::wait_for(std::shared_ptr<LongPoll> poll) {
  if (phase_ != Phase::kBusy || poll->finished()) return;
  poll_ = std::move(poll);
  watch_waiting();
}

// A client that goes away while its long poll waits frees its place at once; one that sends more is
// left alone.
void Connection::watch_waiting() {
  socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](ErrorCondition error) {
    if (error || !self->poll_) return;
    char byte = 0;
    ErrorCondition peeked;
    const std::size_t count =
        self->socket_.receive(boost::asio::buffer(&byte, 1), tcp::socket::message_peek, peeked);
    if (count > 0 || peeked == boost::asio::error::would_block) return;
    self->close();
  });
}

void Connection::write(Reply reply) {
  constexpr std::size_t kBytesPerSecond = 16 * 1024;
  phase_ = Phase::kWriting;
  parts_.counters.answered(reply.status);
  out_ = std::move(reply.bytes);
  close_after_ = reply.close;
  arm(parts_.options.write_deadline + std::chrono::seconds(out_.size() / kBytesPerSecond));
  boost::asio::async_write(socket_, boost::asio::buffer(out_),
                           [self = shared_from_this()](ErrorCondition error, std::size_t) {
                             if (error) return self->close();
                             self->written();
                           });
}

void Connection::written() {
  if (phase_ != Phase::kWriting) return;
  out_ = {};
  if (close_after_ || parts_.draining) return linger();
  phase_ = Phase::kIdle;
  if (reader_.state() == RequestReader::State::kIdle) arm(parts_.options.idle_deadline);
  look();
}

void Connection::become_stream(Reply reply) {
  phase_ = Phase::kClosed;
  timer_.cancel();
  parts_.counters.answered(200);
  std::make_shared<StreamConnection>(parts_, io_, std::move(socket_), std::move(ticket_),
                                     std::move(*reply.stream))
      ->start(std::move(reply.bytes));
}

// Says "no more" and waits until the client has read the answer; closing with unread input would
// destroy it on the way.
void Connection::linger() {
  phase_ = Phase::kLingering;
  ErrorCondition ignored;
  socket_.shutdown(tcp::socket::shutdown_send, ignored);
  arm(parts_.options.linger_deadline);
  discard();
}

void Connection::discard() {
  socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](ErrorCondition error) {
    if (error || self->phase_ != Phase::kLingering) return;
    ErrorCondition failed;
    self->socket_.read_some(boost::asio::buffer(self->io_.scratch()), failed);
    if (failed && failed != boost::asio::error::would_block) return self->close();
    self->discard();
  });
}

void Connection::close() {
  if (phase_ == Phase::kClosed) return;
  phase_ = Phase::kClosed;
  timer_.cancel();
  if (poll_) std::exchange(poll_, nullptr)->cancel();
  ErrorCondition ignored;
  socket_.close(ignored);
}

}  // namespace handoff::http
