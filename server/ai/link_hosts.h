#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handoff {

/// Where links may lead. Compares bytes, lower-cased in ASCII: a name in other letters that only
/// looks the same is another name. Pure; thread-safe.
class LinkHosts {
 public:
  /// `hosts`: names such as `shop.example`; their subdomains are allowed with them. An entry that
  /// is no host name allows nothing.
  explicit LinkHosts(const std::vector<std::string>& hosts);

  /// True for an `https://` address of an allowed host, on the usual port, without user, backslash
  /// or encoding in its host, and without the address of another host further on (a redirector).
  bool allows(std::string_view address) const;

  /// True for an allowed host name or a subdomain of one.
  bool allows_host(std::string_view host) const;

 private:
  bool leads_elsewhere(std::string_view path) const;

  std::vector<std::string> hosts_;
};

/// The address with its query cut to what may be kept of one, 2,048 bytes.
std::string with_short_query(std::string_view address);

/// How much of `text` from its beginning is a name such as `shop.example`: labels with dots
/// between, the last of two letters or more. 0: none. Letters beyond ASCII count as letters.
std::size_t host_name_size(std::string_view text);

}  // namespace handoff
