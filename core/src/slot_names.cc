#include <iterator>

#include "lang/language.h"

namespace handoff {
namespace {

/// In the order of `Slot`.
constexpr std::string_view kNames[] = {
    "want",           "give",          "exists",        "contact",     "route",
    "talking",        "target_strong", "target_person", "target_weak", "department",
    "callback",       "call_me",       "call_tail",     "bot",         "machine",
    "refuse",         "refusal",       "negation",      "identity",    "past",
    "feature",        "mask",          "polite",        "yes",         "break",
    "not_understood", "hedge",         "complaint",     "technical",   "lead",
    "thing",          "broken",        "lead_unit",     "valence",     "negator",
    "intensifier",    "function",      "letters",       "known"};
static_assert(std::size(kNames) == static_cast<std::size_t>(Slot::kKnown) + 1);

}  // namespace

std::optional<Slot> slot_from(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (name == kNames[i]) return static_cast<Slot>(i);
  }
  return std::nullopt;
}

}  // namespace handoff
