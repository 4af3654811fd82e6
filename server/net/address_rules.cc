#include "net/address_rules.h"

#include <algorithm>
#include <string_view>

namespace handoff {
namespace {

constexpr int kHttpsPort = 443;

using Blocks = std::vector<IpBlock>;

Blocks blocks_of(std::initializer_list<std::string_view> texts) {
  Blocks blocks;
  for (const std::string_view text : texts) blocks.push_back(parse_block(text).value());
  return blocks;
}

bool any_holds(const Blocks& blocks, const IpAddress& address) {
  return std::any_of(blocks.begin(), blocks.end(),
                     [&](const IpBlock& block) { return block.holds(address); });
}

const Blocks& special_v4() {
  static const Blocks blocks = blocks_of({
      "0.0.0.0/8",         // this network
      "10.0.0.0/8",        // private
      "100.64.0.0/10",     // shared by a provider's customers (RFC 6598), Alibaba's metadata
      "127.0.0.0/8",       // loopback
      "168.63.129.16/32",  // Azure's own services, public in form only
      "169.254.0.0/16",    // link-local, most clouds' metadata
      "172.16.0.0/12",     // private
      "192.0.0.0/24",      // protocol assignments, Oracle's metadata
      "192.0.2.0/24",      // documentation
      "192.88.99.0/24",    // 6to4 relays, given up by RFC 7526
      "192.168.0.0/16",    // private
      "198.18.0.0/15",     // benchmarks
      "198.51.100.0/24",   // documentation
      "203.0.113.0/24",    // documentation
      "224.0.0.0/4",       // multicast
      "240.0.0.0/4",       // reserved, broadcast
  });
  return blocks;
}

/// Inside 2000::/3; what lies outside is not public anyway.
const Blocks& special_v6() {
  static const Blocks blocks = blocks_of({
      "2001::/23",      // protocol assignments: Teredo, benchmarks, ORCHID
      "2001:db8::/32",  // documentation
      "2002::/16",      // 6to4
      "3fff::/20",      // documentation (RFC 9637)
  });
  return blocks;
}

std::string not_reached(const IpAddress& address) {
  return to_string(address) +
         " is not a public address, and outbound.allow_private_cidrs does not hold it";
}

}  // namespace

bool is_public(const IpAddress& address) {
  static const IpBlock unicast = parse_block("2000::/3").value();
  static const IpBlock translated = parse_block("64:ff9b::/96").value();
  if (address.is_v4()) return !any_holds(special_v4(), address);
  if (translated.holds(address)) return is_public(v4_address(address.bytes.data() + 12));
  return unicast.holds(address) && !any_holds(special_v6(), address);
}

AddressRules::AddressRules(const std::vector<std::string>& private_cidrs) {
  for (const std::string& cidr : private_cidrs) {
    if (const auto block = parse_block(cidr)) blocks_.push_back(*block);
  }
}

std::string AddressRules::reason_against(const IpAddress& address, bool https, int port) const {
  if (any_holds(blocks_, address)) return {};
  if (!is_public(address)) return not_reached(address);
  if (!https) return "http: is accepted only for addresses in outbound.allow_private_cidrs";
  if (port == kHttpsPort) return {};
  return "a port other than 443 is accepted only for addresses in outbound.allow_private_cidrs";
}

std::string AddressRules::reason_against_mail(const IpAddress& address, bool with_tls) const {
  if (any_holds(blocks_, address)) return {};
  if (!is_public(address)) return not_reached(address);
  return with_tls ? "" : "mail without TLS goes only to addresses in outbound.allow_private_cidrs";
}

}  // namespace handoff
