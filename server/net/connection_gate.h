#pragma once

#include <curl/curl.h>

#include <string>

#include "net/address_rules.h"

namespace handoff {

/// What is going to be said on a connection, and how safely.
enum class Traffic { kHttp, kHttps, kMailWithTls, kMailWithoutTls };

/// Looks at every address in the moment a socket is opened to it: what the name meant before, and
/// how the address was written, no longer matters. For one call, in its thread.
class ConnectionGate {
 public:
  ConnectionGate(const AddressRules& rules, Traffic traffic) : rules_(rules), traffic_(traffic) {}
  ConnectionGate(const AddressRules& rules, bool https)
      : ConnectionGate(rules, https ? Traffic::kHttps : Traffic::kHttp) {}
  ConnectionGate(const ConnectionGate&) = delete;
  ConnectionGate& operator=(const ConnectionGate&) = delete;

  /// Makes `easy` ask here. REQUIRES: this outlives the transfer.
  void guard(CURL* easy);

  /// True when the connection stands, TLS included; with a mail server also the sign-in.
  bool connected() const { return connected_; }
  /// True when a mail server was tried, and only at addresses that `outbound.allow_private_cidrs`
  /// holds.
  bool went_private() const { return tried_any_ && !tried_public_; }
  /// Why nothing was tried, when no address may be reached; else empty.
  std::string refusal() const { return tried_any_ ? std::string() : refusal_; }

 private:
  static curl_socket_t open_socket(void* self, curlsocktype purpose, curl_sockaddr* address);
  static int before_request(void* self, char* remote, char* local, int remote_port, int local_port);
  std::string reason_against(const sockaddr* address);
  std::string reason_against_mail(const IpAddress& address);

  const AddressRules& rules_;
  const Traffic traffic_;
  bool connected_ = false;
  bool tried_any_ = false;
  bool tried_public_ = false;
  std::string refusal_ = {};
};

}  // namespace handoff
