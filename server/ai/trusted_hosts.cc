#include "ai/trusted_hosts.h"

#include <algorithm>
#include <set>

namespace handoff {
namespace {

/// `shop.example` of `https://Shop.example:8443/help`.
std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return "";
  std::string_view rest = url.substr(scheme + 3);
  rest = rest.substr(0, rest.find_first_of("/?#"));
  rest = rest.substr(0, rest.rfind(':'));
  std::string host(rest);
  std::transform(host.begin(), host.end(), host.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return host;
}

}  // namespace

std::vector<std::string> trusted_hosts(const Settings& settings,
                                       const std::vector<Article>& articles) {
  std::set<std::string> hosts(settings.ai.link_hosts.begin(), settings.ai.link_hosts.end());
  for (const auto& origin : settings.site.origins) hosts.insert(host_of(origin));
  for (const auto& article : articles) hosts.insert(host_of(article.url));
  hosts.erase("");
  return {hosts.begin(), hosts.end()};
}

}  // namespace handoff
