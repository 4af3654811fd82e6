#pragma once

#include <string>
#include <string_view>

namespace handoff {

/// A reason's name in words for the team, as the dashboard says it: `user_request` is "Asked for a
/// person". Romanian where `locale` is, else English. Empty for a name that is no reason's. Pure.
std::string reason_words(std::string_view name, std::string_view locale);

}  // namespace handoff
