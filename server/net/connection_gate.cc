#include "net/connection_gate.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>

namespace handoff {
namespace {

/// Both families keep the port in the same place.
int port_of(const sockaddr* address) {
  sockaddr_in v4;
  std::memcpy(&v4, address, sizeof v4);
  return ntohs(v4.sin_port);
}

}  // namespace

void ConnectionGate::guard(CURL* easy) {
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
  curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, before_request);
  curl_easy_setopt(easy, CURLOPT_PREREQDATA, this);
}

curl_socket_t ConnectionGate::open_socket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& gate = *static_cast<ConnectionGate*>(self);
  try {
    std::string reason = gate.reason_against(&address->addr);
    if (!reason.empty()) {
      gate.refusal_ = std::move(reason);
      return CURL_SOCKET_BAD;
    }
  } catch (...) {  // no memory for the reason: nothing may pass through libcurl
    return CURL_SOCKET_BAD;
  }
  gate.tried_any_ = true;
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int ConnectionGate::before_request(void* self, char*, char*, int, int) {
  static_cast<ConnectionGate*>(self)->connected_ = true;
  return CURL_PREREQFUNC_OK;
}

std::string ConnectionGate::reason_against(const sockaddr* socket_address) {
  const auto address = address_of(socket_address);
  if (!address) return "it leads to something that is not an IP address";
  if (traffic_ == Traffic::kMailWithTls || traffic_ == Traffic::kMailWithoutTls) {
    return reason_against_mail(*address);
  }
  return rules_.reason_against(*address, traffic_ == Traffic::kHttps, port_of(socket_address));
}

std::string ConnectionGate::reason_against_mail(const IpAddress& address) {
  std::string reason = rules_.reason_against_mail(address, traffic_ == Traffic::kMailWithTls);
  if (reason.empty() && !rules_.reason_against_mail(address, false).empty()) tried_public_ = true;
  return reason;
}

}  // namespace handoff
