#include "http/listener.h"

#include <sys/resource.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "http/acceptor.h"
#include "http/address_limits.h"
#include "http/client_address.h"
#include "http/connection.h"
#include "http/front_parts.h"
#include "http/io_thread.h"
#include "http/worker_pool.h"

namespace handoff::http {
namespace {

using boost::asio::ip::tcp;

// Descriptors that are not connections: files, databases, connections to others.
constexpr std::size_t kReserved = 128;
// Refused clients that may be told so at the same time; beyond that they are just closed.
constexpr int kMostToldRefusals = 64;

// Raises the soft descriptor limit to the hard one and says how many connections fit.
std::size_t connection_room() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024 - kReserved;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  getrlimit(RLIMIT_NOFILE, &limit);
  const std::size_t files = std::min<std::size_t>(limit.rlim_cur, 1'000'000);
  return files > 2 * kReserved ? files - kReserved : files / 2;
}

std::size_t total_cap(std::size_t wanted) {
  const std::size_t room = connection_room();
  return wanted == 0 ? room : std::min(wanted, room);
}

std::vector<std::unique_ptr<IoThread>> make_threads(int count) {
  std::vector<std::unique_ptr<IoThread>> threads;
  for (int i = 0; i < std::max(1, count); ++i) threads.push_back(std::make_unique<IoThread>());
  return threads;
}

}  // namespace

class Listener::Core {
 public:
  Core(ListenerOptions options, Router& router, live::Hub& hub);
  ~Core();

  Result<Done> start();
  void stop(std::chrono::milliseconds grace);
  std::uint16_t port() const { return port_; }
  const Counters& counters() const { return counters_; }

 private:
  IoThread& next_io();
  void take(IoThread& io, tcp::socket socket);
  void tell_refusal(IoThread& io, tcp::socket socket, std::string peer,
                    AddressLimits::Verdict verdict);
  void tick();
  void drain();
  void end();

  const ListenerOptions options_;
  Counters counters_;
  AddressLimits limits_;
  WorkerPool workers_;
  FrontParts parts_;
  std::vector<std::unique_ptr<IoThread>> io_;
  std::size_t turn_ = 0;
  Acceptor acceptor_;
  boost::asio::steady_timer ticker_;
  std::uint16_t port_ = 0;
  std::mutex stopping_;
  bool ended_ = false;
};

Listener::Core::Core(ListenerOptions options, Router& router, live::Hub& hub)
    : options_(std::move(options)),
      limits_(options_.connections_per_address, total_cap(options_.connections)),
      workers_(options_.workers > 0 ? options_.workers : WorkerPool::default_threads(),
               options_.queue),
      parts_{options_,
             router,
             hub,
             counters_,
             workers_,
             {.header_bytes = options_.header_bytes, .header_lines = options_.header_lines},
             [&router](const RequestHead& head) { return router.body_limit(head); }},
      io_(make_threads(options_.io_threads)),
      acceptor_(
          *io_.front(), counters_, [this]() -> IoThread& { return next_io(); },
          [this](IoThread& io, tcp::socket socket) { take(io, std::move(socket)); }),
      ticker_(io_.front()->context()) {}

Listener::Core::~Core() { end(); }

Result<Done> Listener::Core::start() {
  const auto port = acceptor_.open(options_.host, options_.port);
  if (!port.ok()) return port.error();
  port_ = *port;
  acceptor_.accept();
  tick();
  for (const auto& io : io_) io->start();
  return Done{};
}

void Listener::Core::stop(std::chrono::milliseconds grace) {
  const auto until = std::chrono::steady_clock::now() + grace;
  if (parts_.draining.exchange(true)) {
    limits_.give_up();
  } else {
    drain();
  }
  const std::lock_guard lock(stopping_);
  if (ended_) return;
  limits_.wait_until_empty(until);
  end();
}

void Listener::Core::drain() {
  io_.front()->post([this] { acceptor_.close(); });
  parts_.hub.close_all();
  for (const auto& io : io_) {
    io->post([&io = *io] {
      // A closing connection takes itself out of the set.
      const std::vector<Connection*> open(io.connections().begin(), io.connections().end());
      for (Connection* connection : open) connection->drain();
    });
  }
}

void Listener::Core::end() {
  if (std::exchange(ended_, true)) return;
  parts_.hub.close_all();
  for (const auto& io : io_) io->stop();
  workers_.stop();
  // All threads are gone. A waiting long poll and its connection hold each other until one of them
  // lets go.
  for (const auto& io : io_) {
    std::vector<std::shared_ptr<Connection>> open;
    for (Connection* connection : io->connections()) {
      if (auto held = connection->weak_from_this().lock()) open.push_back(std::move(held));
    }
    for (const auto& connection : open) connection->close();
  }
}

IoThread& Listener::Core::next_io() { return *io_[turn_++ % io_.size()]; }

void Listener::Core::take(IoThread& io, tcp::socket socket) {
  boost::system::error_code error;
  const auto endpoint = socket.remote_endpoint(error);
  if (error) return;
  std::string peer = normal_address(endpoint.address().to_string());
  std::optional<AddressLimits::Ticket> ticket;
  const auto verdict = limits_.admit(peer, parts_.router.trusts(peer), ticket);
  if (verdict != AddressLimits::Verdict::kAdmitted) {
    ++counters_.refused;
    return tell_refusal(io, std::move(socket), std::move(peer), verdict);
  }
  auto shared = std::make_shared<tcp::socket>(std::move(socket));
  auto held = std::make_shared<std::optional<AddressLimits::Ticket>>(std::move(ticket));
  io.post([this, &io, shared, held, peer = std::move(peer)] {
    std::make_shared<Connection>(parts_, io, std::move(*shared), peer, std::move(*held))->start();
  });
}

void Listener::Core::tell_refusal(IoThread& io, tcp::socket socket, std::string peer,
                                  AddressLimits::Verdict verdict) {
  const bool full = verdict == AddressLimits::Verdict::kFull;
  Refusal refusal = full ? Refusal{503, "The server holds as many connections as it can."}
                         : Refusal{429, "Too many connections are open from this address."};
  auto shared = std::make_shared<tcp::socket>(std::move(socket));
  io.post([this, &io, shared, refusal = std::move(refusal), peer = std::move(peer)] {
    if (io.refusals() >= kMostToldRefusals) return;
    std::make_shared<Connection>(parts_, io, std::move(*shared), peer, std::nullopt)
        ->start_refused(refusal);
  });
}

// The heart that drives the hub's wheel.
void Listener::Core::tick() {
  ticker_.expires_after(parts_.hub.tick());
  ticker_.async_wait([this](boost::system::error_code error) {
    if (error) return;
    parts_.hub.sweep();
    tick();
  });
}

Listener::Listener(ListenerOptions options, Router& router, live::Hub& hub)
    : core_(std::make_unique<Core>(std::move(options), router, hub)) {}

Listener::~Listener() = default;

Result<Done> Listener::start() { return core_->start(); }

std::uint16_t Listener::port() const { return core_->port(); }

void Listener::stop(std::chrono::milliseconds grace) { core_->stop(grace); }

const Counters& Listener::counters() const { return core_->counters(); }

}  // namespace handoff::http
