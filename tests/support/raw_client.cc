#include "support/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <utility>

namespace handoff::testing {
namespace {

constexpr auto kLimit = std::chrono::seconds(20);

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

Answer parse(std::string head) {
  Answer answer;
  answer.status = head.size() > 12 ? std::stoi(head.substr(9, 3)) : 0;
  std::string_view rest = head;
  rest.remove_prefix(std::min(rest.size(), rest.find("\r\n") + 2));
  for (auto end = rest.find("\r\n"); end != std::string_view::npos && end > 0;
       end = rest.find("\r\n")) {
    const std::string_view line = rest.substr(0, end);
    const auto colon = line.find(": ");
    if (colon != std::string_view::npos) {
      answer.headers[lower(line.substr(0, colon))] = line.substr(colon + 2);
    }
    rest.remove_prefix(end + 2);
  }
  answer.head = std::move(head);
  return answer;
}

}  // namespace

RawClient::RawClient(std::uint16_t port, int receive_buffer)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (receive_buffer > 0) {
    setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  }
  const int on = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket_);
    socket_ = -1;
  }
}

RawClient::RawClient(RawClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), buffer_(std::move(other.buffer_)) {}

RawClient::~RawClient() {
  if (socket_ >= 0) ::close(socket_);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::optional<Answer> RawClient::answer(bool head_only) {
  std::string head = read_through("\r\n\r\n");
  if (head.empty()) return std::nullopt;
  Answer answer = parse(std::move(head));
  const auto length = answer.headers.find("content-length");
  if (head_only || length == answer.headers.end()) return answer;
  const std::size_t size = std::stoul(length->second);
  while (buffer_.size() < size) {
    if (!read_more()) return std::nullopt;
  }
  answer.body = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return answer;
}

std::optional<Answer> RawClient::ask(std::string_view bytes) {
  send(bytes);
  return answer();
}

std::string RawClient::read_through(std::string_view text) {
  for (std::size_t from = 0;;) {
    const auto found = buffer_.find(text, from);
    if (found != std::string::npos) {
      std::string all = buffer_.substr(0, found + text.size());
      buffer_.erase(0, all.size());
      return all;
    }
    from = buffer_.size() >= text.size() ? buffer_.size() - text.size() : 0;
    if (!read_more()) return {};
  }
}

std::optional<std::string> RawClient::read_to_end() {
  while (read_more()) {
  }
  if (!closed_by_server()) return std::nullopt;
  return std::exchange(buffer_, {});
}

bool RawClient::closed_by_server() {
  while (read_more()) {
  }
  char byte = 0;
  return readable(std::chrono::milliseconds(0)) && ::recv(socket_, &byte, 1, MSG_PEEK) <= 0;
}

bool RawClient::readable(std::chrono::milliseconds wait) {
  pollfd entry{socket_, POLLIN, 0};
  return ::poll(&entry, 1, static_cast<int>(wait.count())) > 0;
}

void RawClient::finish() { ::shutdown(socket_, SHUT_WR); }

void RawClient::reset() {
  const linger hard{1, 0};
  setsockopt(socket_, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
  ::close(std::exchange(socket_, -1));
}

bool RawClient::read_more() {
  if (!readable(kLimit)) return false;
  char bytes[16384];
  const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
  if (count <= 0) return false;
  buffer_.append(bytes, static_cast<std::size_t>(count));
  return true;
}

std::string get(std::string_view path, std::string_view more_headers) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: test\r\n" + std::string(more_headers) +
         "\r\n";
}

std::string post(std::string_view path, std::string_view body, std::string_view more_headers) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(more_headers) + "\r\n" + std::string(body);
}

}  // namespace handoff::testing
