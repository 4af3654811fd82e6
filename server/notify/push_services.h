#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handoff {

/// Whether browsers' subscriptions lead to this host: the push services of Google, Mozilla, Apple
/// and Microsoft, and those in `more` (`notifications.push.hosts`). Whoever can sign in can name an
/// endpoint, so the server must not call just any. Letter case does not matter. Pure.
bool is_push_service(std::string_view host, const std::vector<std::string>& more);

}  // namespace handoff
