#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "handoff/command.h"
#include "handoff/json.h"

/// The one tool that a model gets: asking for a human. It changes nothing else. Pure; thread-safe.
namespace handoff {

inline constexpr std::string_view kHandoffTool = "handoff_to_human";
inline constexpr std::size_t kMostSummaryCharacters = 500;

/// The tool's description for the request. `strict`: with `"strict": true`, which some servers
/// refuse.
Json handoff_tool_json(bool strict);

/// What a call asks for. `arguments`: whatever the model wrote; what cannot be read counts as
/// reason `other`. The note is one line of at most 500 characters, not yet guarded.
PersonWanted read_handoff_call(std::string_view arguments);

/// A call that the model wrote into its text, because its server knows no tools, or took the call
/// for text.
struct WrittenCall {
  std::string before;  ///< the text before the call
  PersonWanted wanted;
};
/// nullopt when the tool's name does not stand in the text.
std::optional<WrittenCall> written_call_in(std::string_view text);

}  // namespace handoff
