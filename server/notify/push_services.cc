#include "notify/push_services.h"

#include <algorithm>
#include <array>

namespace handoff {
namespace {

/// Chrome and what is built on it, Firefox, Safari, Edge.
constexpr std::array<std::string_view, 3> kHosts{"fcm.googleapis.com", "jmt17.google.com",
                                                 "updates.push.services.mozilla.com"};
/// Of these any host below: they are numbered.
constexpr std::array<std::string_view, 3> kDomains{".push.services.mozilla.com", ".push.apple.com",
                                                   ".notify.windows.com"};

std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return out;
}

}  // namespace

bool is_push_service(std::string_view host, const std::vector<std::string>& more) {
  const std::string name = small(host);
  return std::find(kHosts.begin(), kHosts.end(), name) != kHosts.end() ||
         std::any_of(kDomains.begin(), kDomains.end(),
                     [&](std::string_view domain) { return name.ends_with(domain); }) ||
         std::any_of(more.begin(), more.end(),
                     [&](const std::string& each) { return small(each) == name; });
}

}  // namespace handoff
