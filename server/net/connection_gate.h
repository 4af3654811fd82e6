#pragma once

#include <curl/curl.h>

#include <string>

#include "net/address_rules.h"

namespace handoff {

/// Looks at every address in the moment a socket is opened to it: what the name meant before, and
/// how the address was written, no longer matters. For one call, in its thread.
class ConnectionGate {
 public:
  ConnectionGate(const AddressRules& rules, bool https) : rules_(rules), https_(https) {}
  ConnectionGate(const ConnectionGate&) = delete;
  ConnectionGate& operator=(const ConnectionGate&) = delete;

  /// Makes `easy` ask here. REQUIRES: this outlives the transfer.
  void guard(CURL* easy);

  /// True when the connection stands, TLS included.
  bool connected() const { return connected_; }
  /// Why nothing was tried, when no address may be reached; else empty.
  std::string refusal() const { return tried_any_ ? std::string() : refusal_; }

 private:
  static curl_socket_t open_socket(void* self, curlsocktype purpose, curl_sockaddr* address);
  static int before_request(void* self, char* remote, char* local, int remote_port, int local_port);
  std::string reason_against(const sockaddr* address) const;

  const AddressRules& rules_;
  const bool https_;
  bool connected_ = false;
  bool tried_any_ = false;
  std::string refusal_ = {};
};

}  // namespace handoff
