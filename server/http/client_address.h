#pragma once

#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <string>
#include <string_view>
#include <vector>

/// Whose request it is when proxies stand in between. Read from many threads.
namespace handoff::http {

/// The proxies that are believed, as CIDRs. An IPv4 address that came as `::ffff:a.b.c.d` counts as
/// IPv4.
class TrustedProxies {
 public:
  /// A plain address counts as a network of one. What cannot be read is left out.
  explicit TrustedProxies(const std::vector<std::string>& cidrs);

  bool holds(std::string_view address) const;

  /// The client behind `peer`: the rightmost address of `X-Forwarded-For` that no trusted proxy
  /// holds. `peer` itself when it is not trusted, or when the header is missing or not a list of
  /// addresses.
  std::string client_of(const std::string& peer, std::string_view forwarded_for) const;

 private:
  std::vector<boost::asio::ip::network_v4> v4_;
  std::vector<boost::asio::ip::network_v6> v6_;
};

/// The address in its usual form, IPv4 unwrapped from IPv6; empty when it is not an address.
std::string normal_address(std::string_view text);

}  // namespace handoff::http
