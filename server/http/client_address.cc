#include "http/client_address.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <optional>

#include "http/text_rules.h"

namespace handoff::http {
namespace {

namespace ip = boost::asio::ip;

std::optional<ip::address> parse_address(std::string_view text) {
  boost::system::error_code error;
  ip::address address = ip::make_address(std::string(text), error);
  if (error) return std::nullopt;
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    address = ip::make_address_v4(ip::v4_mapped, address.to_v6());
  }
  return address;
}

template <class Network, class Address>
bool contains(const Network& network, const Address& address) {
  return Network(address, network.prefix_length()).canonical() == network.canonical();
}

}  // namespace

TrustedProxies::TrustedProxies(const std::vector<std::string>& cidrs) {
  for (const std::string& cidr : cidrs) {
    const bool bare = cidr.find('/') == std::string::npos;
    boost::system::error_code error;
    if (cidr.find(':') == std::string::npos) {
      const auto network = ip::make_network_v4(bare ? cidr + "/32" : cidr, error);
      if (!error) v4_.push_back(network);
    } else {
      const auto network = ip::make_network_v6(bare ? cidr + "/128" : cidr, error);
      if (!error) v6_.push_back(network);
    }
  }
}

bool TrustedProxies::holds(std::string_view text) const {
  const auto address = parse_address(text);
  if (!address) return false;
  if (address->is_v4()) {
    return std::any_of(v4_.begin(), v4_.end(),
                       [&](const auto& network) { return contains(network, address->to_v4()); });
  }
  return std::any_of(v6_.begin(), v6_.end(),
                     [&](const auto& network) { return contains(network, address->to_v6()); });
}

std::string TrustedProxies::client_of(const std::string& peer,
                                      std::string_view forwarded_for) const {
  std::string client = peer;
  std::string_view rest = forwarded_for;
  // From the right: each hop is believed only as long as everybody nearer to us is trusted.
  while (!rest.empty() && holds(client)) {
    const auto comma = rest.rfind(',');
    const auto start = comma == std::string_view::npos ? 0 : comma + 1;
    const std::string hop = normal_address(trim(rest.substr(start)));
    if (hop.empty()) return client;
    client = hop;
    rest = rest.substr(0, comma == std::string_view::npos ? 0 : comma);
  }
  return client;
}

std::string normal_address(std::string_view text) {
  const auto address = parse_address(text);
  return address ? address->to_string() : std::string();
}

}  // namespace handoff::http
