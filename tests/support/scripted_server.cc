#include "support/scripted_server.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

namespace handoff::testing {
namespace {

/// Of a request's head, which is as our own client writes it.
std::size_t content_length(std::string_view head) {
  const std::string_view name = "\r\nContent-Length: ";
  const auto at = head.find(name);
  return at == std::string_view::npos ? 0
                                      : std::stoul(std::string(head.substr(at + name.size(), 12)));
}

}  // namespace

Peer::Peer(int socket, SSL_CTX* tls, Signals& signals) : socket_(socket), signals_(signals) {
  if (tls) {
    tls_ = SSL_new(tls);
    SSL_set_fd(tls_, socket_);
  }
}

Peer::~Peer() {
  if (tls_) SSL_free(tls_);
  ::close(socket_);
}

std::string Peer::read_request() {
  std::size_t end = std::string::npos;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!read_more()) return {};
  }
  const std::size_t size = end + 4 + content_length({buffer_.data(), end});
  while (buffer_.size() < size) {
    if (!read_more()) return {};
  }
  std::string request = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return request;
}

void Peer::send(std::string_view bytes) {
  while (usable_ && !bytes.empty()) {
    const auto sent = tls_ ? SSL_write(tls_, bytes.data(), static_cast<int>(bytes.size()))
                           : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    usable_ = sent > 0;
    if (usable_) bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void Peer::wait_until_gone() {
  while (read_more()) {
  }
}

void Peer::reset() {
  const linger hard{1, 0};
  setsockopt(socket_, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
  usable_ = false;
}

bool Peer::read_more() {
  if (!usable_) return false;
  std::array<char, 16384> bytes{};
  const auto count = tls_ ? SSL_read(tls_, bytes.data(), bytes.size())
                          : ::recv(socket_, bytes.data(), bytes.size(), 0);
  if (count <= 0) return false;
  buffer_.append(bytes.data(), static_cast<std::size_t>(count));
  return true;
}

ScriptedServer::ScriptedServer(Script script, ScriptedServerOptions options)
    : script_(std::move(script)), options_(std::move(options)) {
  listen_on(options_.host);
  acceptor_ = std::thread([this] { accept_all(); });
}

ScriptedServer::~ScriptedServer() {
  signals_.end();
  ::shutdown(listener_, SHUT_RDWR);
  acceptor_.join();
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    for (Peer& peer : peers_) ::shutdown(peer.socket_, SHUT_RDWR);
  }
  for (std::thread& thread : threads_) thread.join();
  ::close(listener_);
}

std::string ScriptedServer::url(std::string_view path) const {
  return (options_.tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(port_) +
         std::string(path);
}

void ScriptedServer::listen_on(const std::string& host) {
  const addrinfo hints{.ai_flags = AI_NUMERICHOST | AI_PASSIVE, .ai_socktype = SOCK_STREAM};
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), "0", &hints, &found) != 0) throw std::runtime_error("no address");
  listener_ = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int off = 0;
  setsockopt(listener_, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
  const bool bound = ::bind(listener_, found->ai_addr, found->ai_addrlen) == 0;
  freeaddrinfo(found);
  sockaddr_in6 address{};  // both families keep the port in the same place
  socklen_t size = sizeof address;
  if (!bound || ::listen(listener_, 512) != 0 ||
      getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("the scripted server cannot listen on " + host);
  }
  port_ = ntohs(address.sin6_port);
}

void ScriptedServer::accept_all() {
  for (;;) {
    const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) return;
    ++connections_;
    threads_.emplace_back([this, socket] { serve(socket); });
  }
}

void ScriptedServer::serve(int socket) {
  const int on = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  std::unique_lock lock(mutex_);
  Peer& peer = peers_.emplace_back(socket, options_.tls, signals_);
  if (ending_) ::shutdown(socket, SHUT_RDWR);
  lock.unlock();
  if (!peer.tls_ || SSL_accept(peer.tls_) == 1) script_(peer);
  lock.lock();
  peers_.remove_if([&](const Peer& each) { return &each == &peer; });
}

std::string answer_text(int status, std::string_view body, std::string_view more_headers) {
  return "HTTP/1.1 " + std::to_string(status) +
         " As Told\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(more_headers) + "\r\n" + std::string(body);
}

std::string chunk_text(std::string_view piece) {
  std::array<char, 20> size{};
  std::snprintf(size.data(), size.size(), "%zx\r\n", piece.size());
  return size.data() + std::string(piece) + "\r\n";
}

ScriptedServer::Script always(std::string answer) {
  return [answer = std::move(answer)](Peer& peer) {
    while (!peer.read_request().empty()) peer.send(answer);
  };
}

}  // namespace handoff::testing
