#pragma once

#include <string>
#include <string_view>

namespace handoff {

/// What an event is called in a message to the team: `taken_over` is "Taken over". Romanian where
/// `locale` is, else English; the type itself where we have no words. Pure.
std::string event_words(std::string_view type, std::string_view locale);

}  // namespace handoff
