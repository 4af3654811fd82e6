#pragma once

#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// IP addresses as the kernel sees them. Pure values.
namespace handoff {

/// An IPv4 address stands in the last four bytes behind ::ffff:0:0/96, so the mapped spelling and
/// the plain one are one value.
struct IpAddress {
  std::array<std::uint8_t, 16> bytes = {};

  bool is_v4() const;
  friend bool operator==(const IpAddress&, const IpAddress&) = default;
};

/// An IPv4 address from its four bytes.
IpAddress v4_address(const std::uint8_t* bytes);

/// Nullopt: neither IPv4 nor IPv6.
std::optional<IpAddress> address_of(const sockaddr* socket_address);

/// The plain spellings only, four decimal numbers or RFC 4291; nullopt for everything else.
std::optional<IpAddress> parse_address(std::string_view text);

std::string to_string(const IpAddress& address);

/// Addresses that begin alike (RFC 4632).
struct IpBlock {
  IpAddress address = {};
  int bits = 128;  ///< how many of the 128 count: 96 more than written for IPv4

  /// A block of IPv6 addresses such as `::/0` holds no IPv4 address.
  bool holds(const IpAddress& other) const;
};

/// `10.0.0.0/8`, `fd00::/8`; an address alone is a block of one. Nullopt when it is neither.
std::optional<IpBlock> parse_block(std::string_view text);

}  // namespace handoff
