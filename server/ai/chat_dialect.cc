#include "ai/chat_dialect.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace handoff {
namespace {

/// Something that may be left out, and other words that servers use for it.
struct Optional {
  std::string_view name;
  bool Takes::*taken;
  std::string_view also = {};
};

/// "No streaming with tools" costs the stream, which matters less, so it stands before the tools.
constexpr Optional kOptional[] = {
    {"parallel_tool_calls", &Takes::parallel_tool_calls},
    {"stream_options", &Takes::stream_options},
    {"strict", &Takes::strict_tools},
    {"logprobs", &Takes::logprobs},
    {"temperature", &Takes::temperature},
    {"max_completion_tokens", &Takes::max_completion_tokens},
    {"max_tokens", &Takes::max_tokens},
    {"stream", &Takes::stream, "streaming"},
    {"tools", &Takes::tools, "tool"},
};

/// The names of roles in complaints about them, mostly from chat templates.
constexpr std::string_view kRoles[] = {"role", "roles", "system message", "developer"};

/// It is the length of the conversation that does not fit, whatever parameters are named with it.
constexpr std::string_view kTooLong[] = {"context length", "context size", "context window",
                                         "context_length_exceeded"};

std::string in_small_letters(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

bool is_name_part(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

/// Whole words only: `stream` does not stand in `stream_options`. `text` is in small letters.
bool names(std::string_view text, std::string_view name) {
  if (name.empty()) return false;
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const auto end = at + name.size();
    if ((at == 0 || !is_name_part(text[at - 1])) &&
        (end == text.size() || !is_name_part(text[end])))
      return true;
  }
  return false;
}

template <std::size_t N>
bool names_any(std::string_view text, const std::string_view (&list)[N]) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view name) { return names(text, name); });
}

Takes::Role role_after(Takes::Role role) {
  return role == Takes::Role::kSystem ? Takes::Role::kDeveloper : Takes::Role::kUser;
}

std::string_view name_of(Takes::Role role) {
  return role == Takes::Role::kUser ? "user" : "developer";
}

/// Drops or renames one thing in `takes`; what that was, or empty.
std::string drop(Takes& takes, const std::string& place) {
  for (const Optional& optional : kOptional) {
    const bool named = names(place, optional.name) || names(place, optional.also);
    if (!(takes.*optional.taken) || !named) continue;
    takes.*optional.taken = false;
    if (optional.taken != &Takes::max_tokens) return std::string(optional.name);
    takes.max_completion_tokens = true;
    return "max_tokens -> max_completion_tokens";
  }
  if (takes.instructions == Takes::Role::kUser || !names_any(place, kRoles)) return {};
  takes.instructions = role_after(takes.instructions);
  return "system -> " + std::string(name_of(takes.instructions));
}

}  // namespace

Takes ChatDialect::takes() const {
  const std::lock_guard lock(mutex_);
  return takes_;
}

bool ChatDialect::learn(const Takes& asked, const ProviderError& refusal) {
  const std::string words = in_small_letters(refusal.message);
  if (names_any(words, kTooLong) || names_any(refusal.code, kTooLong)) return false;
  const std::lock_guard lock(mutex_);
  // Another thread may have learnt it while this request was on its way.
  if (!(asked == takes_)) return true;
  const auto before = dropped_.size();
  for (const std::string& place : refusal.parameters) drop_in(in_small_letters(place));
  // The words count only where no field names the parameter: they often list what else there is.
  if (dropped_.size() == before) drop_in(words);
  return dropped_.size() > before;
}

void ChatDialect::drop_in(const std::string& place) {
  std::string what = drop(takes_, place);
  if (!what.empty()) dropped_.push_back(std::move(what));
}

std::vector<std::string> ChatDialect::dropped() const {
  const std::lock_guard lock(mutex_);
  return dropped_;
}

}  // namespace handoff
