#include "bench/request_load.h"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iostream>
#include <vector>

namespace handoff::bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Exchange {
  int socket = -1;
  Clock::time_point asked;
  std::string answer;
};

// The whole answer's length once its head is there, else 0.
std::size_t answer_size(const std::string& answer) {
  constexpr const char* kLength = "Content-Length: ";
  const auto head = answer.find("\r\n\r\n");
  const auto length = answer.find(kLength);
  if (head == std::string::npos || length == std::string::npos) return 0;
  return head + 4 + std::stoul(answer.substr(length + 16));
}

class RequestLoad {
 public:
  RequestLoad(const Target& target, int connections);
  ~RequestLoad();

  bool run(std::chrono::seconds duration);
  void report(std::chrono::seconds duration);

 private:
  bool ask(Exchange& exchange);
  bool read(Exchange& exchange);

  const std::string request_;
  const int epoll_;
  std::vector<Exchange> exchanges_;
  std::vector<std::int64_t> microseconds_;
};

RequestLoad::RequestLoad(const Target& target, int connections)
    : request_(request_of(target)), epoll_(epoll_create1(EPOLL_CLOEXEC)) {
  exchanges_.resize(static_cast<std::size_t>(connections));
  for (Exchange& exchange : exchanges_) {
    exchange.socket = connect_to(target);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &exchange;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, exchange.socket, &event);
  }
}

RequestLoad::~RequestLoad() {
  for (const Exchange& exchange : exchanges_) ::close(exchange.socket);
  ::close(epoll_);
}

bool RequestLoad::run(std::chrono::seconds duration) {
  for (Exchange& exchange : exchanges_) {
    if (!ask(exchange)) return false;
  }
  const auto until = Clock::now() + duration;
  epoll_event events[256];
  while (Clock::now() < until) {
    const int count = epoll_wait(epoll_, events, 256, 1000);
    for (int i = 0; i < count; ++i) {
      if (!read(*static_cast<Exchange*>(events[i].data.ptr))) return false;
    }
  }
  return true;
}

bool RequestLoad::ask(Exchange& exchange) {
  exchange.asked = Clock::now();
  return ::send(exchange.socket, request_.data(), request_.size(), MSG_NOSIGNAL) ==
         static_cast<ssize_t>(request_.size());
}

bool RequestLoad::read(Exchange& exchange) {
  char bytes[16384];
  const ssize_t count = ::recv(exchange.socket, bytes, sizeof bytes, 0);
  if (count <= 0) return false;
  exchange.answer.append(bytes, static_cast<std::size_t>(count));
  const std::size_t size = answer_size(exchange.answer);
  if (size == 0 || exchange.answer.size() < size) return true;
  if (exchange.answer.compare(0, 12, "HTTP/1.1 200") != 0) return false;
  const auto took = Clock::now() - exchange.asked;
  microseconds_.push_back(std::chrono::duration_cast<std::chrono::microseconds>(took).count());
  exchange.answer.clear();
  return ask(exchange);
}

void RequestLoad::report(std::chrono::seconds duration) {
  std::sort(microseconds_.begin(), microseconds_.end());
  const std::size_t all = microseconds_.size();
  const auto at = [&](std::size_t percent) {
    return all == 0 ? 0 : microseconds_[std::min(all - 1, all * percent / 100)];
  };
  std::cout << "{\"connections\": " << exchanges_.size() << ", \"requests\": " << all
            << ", \"per_second\": " << all / static_cast<std::size_t>(duration.count())
            << ", \"p50_us\": " << at(50) << ", \"p99_us\": " << at(99) << "}\n";
}

}  // namespace

int load_requests(const Target& target, int connections, int seconds) {
  raise_descriptor_limit();
  const std::chrono::seconds duration(std::max(1, seconds));
  RequestLoad load(target, std::max(1, connections));
  const bool clean = load.run(duration);
  load.report(duration);
  if (!clean) std::cerr << "a connection was lost, or an answer was not 200\n";
  return clean ? 0 : 1;
}

}  // namespace handoff::bench
