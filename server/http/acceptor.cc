#include "http/acceptor.h"

#include <netinet/tcp.h>
#include <sys/socket.h>

#include <chrono>
#include <utility>

namespace handoff::http {

using boost::asio::ip::tcp;
using ErrorCondition = boost::system::error_code;

namespace {

constexpr int kBacklog = 1024;
constexpr auto kRest = std::chrono::milliseconds(50);
// A peer that vanished without a word is given up after this many unacknowledged milliseconds.
constexpr int kUserTimeout = 60'000;

Error cannot_listen(const tcp::endpoint& endpoint, const ErrorCondition& error) {
  const std::string place = endpoint.address().to_string() + ":" + std::to_string(endpoint.port());
  return {.code = ErrorCode::kUnavailable,
          .message = "cannot listen on " + place + ": " + error.message()};
}

void prepare(tcp::socket& socket) {
  ErrorCondition ignored;
  socket.non_blocking(true, ignored);
  socket.set_option(tcp::no_delay(true), ignored);
  setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &kUserTimeout,
             sizeof kUserTimeout);
}

}  // namespace

Acceptor::Acceptor(IoThread& io, Counters& counters, Next next, Take take)
    : acceptor_(io.context()),
      timer_(io.context()),
      counters_(counters),
      next_(std::move(next)),
      take_(std::move(take)) {}

Result<std::uint16_t> Acceptor::open(const std::string& host, std::uint16_t port) {
  ErrorCondition error;
  const auto address = boost::asio::ip::make_address(host, error);
  if (error) return invalid("listen", "'" + host + "' is not an IP address");
  const tcp::endpoint endpoint(address, port);
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(kBacklog, error);
  if (error) return cannot_listen(endpoint, error);
  return acceptor_.local_endpoint().port();
}

void Acceptor::accept() {
  IoThread& io = next_();
  acceptor_.async_accept(io.context(), [this, &io](ErrorCondition error, tcp::socket socket) {
    accepted(io, error, std::move(socket));
  });
}

void Acceptor::close() {
  ErrorCondition ignored;
  acceptor_.close(ignored);
  timer_.cancel();
}

void Acceptor::accepted(IoThread& io, ErrorCondition error, tcp::socket socket) {
  if (!acceptor_.is_open()) return;
  if (!error) {
    ++counters_.accepted;
    prepare(socket);
    take_(io, std::move(socket));
    return accept();
  }
  ++counters_.accept_errors;
  // The client gave up while it queued: nothing to wait for. Anything else passes only with time.
  if (error == boost::asio::error::connection_aborted) return accept();
  rest();
}

void Acceptor::rest() {
  timer_.expires_after(kRest);
  timer_.async_wait([this](ErrorCondition error) {
    if (!error && acceptor_.is_open()) accept();
  });
}

}  // namespace handoff::http
