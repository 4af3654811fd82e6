#pragma once

#include <string>
#include <vector>

#include "net/ip_address.h"

/// Which addresses may be reached. Immutable; read from many threads.
namespace handoff {

/// True for an address that every host of the internet reaches and that belongs to no special
/// purpose (IANA special-purpose registries, RFC 6890): false for loopback, private, shared,
/// link-local, documentation, benchmark, multicast and reserved ones, for the tunnels that can
/// carry any of them (6to4, Teredo), and for the addresses where clouds keep their metadata.
/// 64:ff9b::/96 (RFC 6052) is as public as the IPv4 address that it carries.
bool is_public(const IpAddress& address);

class AddressRules {
 public:
  /// `private_cidrs`: blocks to be reached although they are not public. One that cannot be read
  /// allows nothing.
  explicit AddressRules(const std::vector<std::string>& private_cidrs);

  /// Why no connection may be opened; empty when it may. Private addresses: if a block holds them,
  /// by https: or http: and on any port. Public ones: by https: on port 443.
  std::string reason_against(const IpAddress& address, bool https, int port) const;

  /// Why no mail server may be spoken to at an address; empty when it may, then on any port.
  /// Private ones: if a block holds them. Public ones: `with_tls` only.
  std::string reason_against_mail(const IpAddress& address, bool with_tls) const;

 private:
  std::vector<IpBlock> blocks_;
};

}  // namespace handoff
