#include "bench/stream_load.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace handoff::bench {
namespace {

using Clock = std::chrono::steady_clock;

long resident_kilobytes(int pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("VmRSS:", 0) == 0) return std::stol(line.substr(6));
  }
  return 0;
}

// Reads what is there; true when it begins an event stream.
bool opened(int socket) {
  pollfd entry{socket, POLLIN, 0};
  char bytes[4096];
  if (::poll(&entry, 1, 10'000) <= 0) return false;
  const ssize_t count = ::recv(socket, bytes, sizeof bytes, 0);
  return count > 12 && std::string(bytes, 12) == "HTTP/1.1 200";
}

bool open_all(const Target& target, int count, std::vector<int>& sockets) {
  const std::string request = request_of(target);
  for (int i = 0; i < count; ++i) {
    const int socket = connect_to(target);
    if (socket < 0) return false;
    sockets.push_back(socket);
    const ssize_t sent = ::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
    if (sent != static_cast<ssize_t>(request.size())) return false;
  }
  return std::all_of(sockets.begin(), sockets.end(), opened);
}

}  // namespace

int load_streams(const Target& target, int count, int pid) {
  raise_descriptor_limit();
  const long before = resident_kilobytes(pid);
  const auto start = Clock::now();
  std::vector<int> sockets;
  const bool all = open_all(target, count, sockets);
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
  const long after = resident_kilobytes(pid);
  const long streams = std::max<long>(1, static_cast<long>(sockets.size()));
  std::cout << "{\"streams\": " << sockets.size() << ", \"opened_in_ms\": " << took.count()
            << ", \"rss_before_kb\": " << before << ", \"rss_after_kb\": " << after
            << ", \"bytes_per_stream\": " << (after - before) * 1024 / streams << "}\n";
  for (const int socket : sockets) ::close(socket);
  if (!all) std::cerr << "not every stream was opened\n";
  return all ? 0 : 1;
}

}  // namespace handoff::bench
