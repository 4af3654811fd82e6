#include <array>

#include "handoff/detection.h"

namespace handoff {
namespace {

constexpr std::array<std::string_view, 4> kAuthors = {"visitor", "ai", "agent", "system"};
constexpr std::array<std::string_view, 10> kReasons = {
    "user_request", "low_confidence",  "negative_sentiment", "keyword",  "failed_attempts",
    "complaint",    "technical_issue", "high_value_lead",    "ai_error", "manual"};
constexpr std::array<std::string_view, 3> kDecisions = {"continue", "offer", "handoff"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Author author) { return kAuthors[static_cast<std::size_t>(author)]; }
std::string_view to_string(Reason reason) { return kReasons[static_cast<std::size_t>(reason)]; }
std::string_view to_string(Decision decision) {
  return kDecisions[static_cast<std::size_t>(decision)];
}
std::optional<Reason> reason_from(std::string_view name) { return find<Reason>(kReasons, name); }
std::optional<Author> author_from(std::string_view name) { return find<Author>(kAuthors, name); }

}  // namespace handoff
