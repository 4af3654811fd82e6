#include "net/ip_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace handoff {
namespace {

constexpr std::array<std::uint8_t, 12> kV4Prefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr int kV4Bits = 96;

std::optional<int> parse_length(std::string_view text, int most) {
  int length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && length >= 0 && length <= most ? std::optional(length) : std::nullopt;
}

}  // namespace

bool IpAddress::is_v4() const {
  return std::equal(kV4Prefix.begin(), kV4Prefix.end(), bytes.begin());
}

IpAddress v4_address(const std::uint8_t* bytes) {
  IpAddress out;
  std::copy(kV4Prefix.begin(), kV4Prefix.end(), out.bytes.begin());
  std::copy(bytes, bytes + 4, out.bytes.begin() + kV4Prefix.size());
  return out;
}

std::optional<IpAddress> address_of(const sockaddr* socket_address) {
  if (socket_address->sa_family == AF_INET) {
    sockaddr_in v4;
    std::memcpy(&v4, socket_address, sizeof v4);
    return v4_address(reinterpret_cast<const std::uint8_t*>(&v4.sin_addr));
  }
  if (socket_address->sa_family != AF_INET6) return std::nullopt;
  sockaddr_in6 v6;
  std::memcpy(&v6, socket_address, sizeof v6);
  IpAddress out;
  std::memcpy(out.bytes.data(), &v6.sin6_addr, out.bytes.size());
  return out;
}

std::optional<IpAddress> parse_address(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return std::nullopt;
  const std::string terminated(text);
  std::array<std::uint8_t, 4> v4{};
  if (inet_pton(AF_INET, terminated.c_str(), v4.data()) == 1) return v4_address(v4.data());
  IpAddress out;
  if (inet_pton(AF_INET6, terminated.c_str(), out.bytes.data()) == 1) return out;
  return std::nullopt;
}

std::string to_string(const IpAddress& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const bool v4 = address.is_v4();
  inet_ntop(v4 ? AF_INET : AF_INET6, address.bytes.data() + (v4 ? kV4Prefix.size() : 0),
            text.data(), text.size());
  return text.data();
}

bool IpBlock::holds(const IpAddress& other) const {
  if (bits < kV4Bits && other.is_v4()) return false;
  const int whole = bits / 8;
  if (!std::equal(address.bytes.begin(), address.bytes.begin() + whole, other.bytes.begin())) {
    return false;
  }
  const int rest = bits % 8;
  const auto at = static_cast<std::size_t>(whole);
  return rest == 0 || (address.bytes[at] ^ other.bytes[at]) >> (8 - rest) == 0;
}

std::optional<IpBlock> parse_block(std::string_view text) {
  const auto slash = text.find('/');
  const auto address = parse_address(text.substr(0, slash));
  if (!address) return std::nullopt;
  if (slash == std::string_view::npos) return IpBlock{*address};
  const bool dotted = text.find(':') == std::string_view::npos;
  const auto length = parse_length(text.substr(slash + 1), dotted ? 32 : 128);
  if (!length) return std::nullopt;
  return IpBlock{*address, *length + (dotted ? kV4Bits : 0)};
}

}  // namespace handoff
