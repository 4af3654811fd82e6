#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ai/chat_answer.h"
#include "ai/output_guard.h"
#include "ai/responder.h"

namespace handoff {

/// What a model said, as a visitor may get it: checked, without promises, and with a human asked
/// for where that is what it means. Pure; thread-safe.
struct ModelTurn {
  std::string text = {};  ///< whole sentences only, where the answer was cut off
  std::optional<PersonWanted> person = std::nullopt;
  bool leaked = false;   ///< it gave its instructions away; there is no text then
  bool guarded = false;  ///< something was taken out
};

/// A tool call, also one that was written as text, becomes `person`; the text before it stays. The
/// note is guarded, one line of at most 500 characters. Without a call a human is asked for when
/// the text promises one (`ai.promised_person`; the promise is taken out), gives the instructions
/// away or has nothing that may be shown (`ai.unsafe_answer`), when the provider's filter leaves
/// nothing (`ai.policy`), or no whole sentence came (`ai.low_confidence`).
ModelTurn read_turn(const ChatAnswer& answer, const OutputRules& rules);

/// The part of a text that is being written in which no tool call can have begun.
std::string_view before_any_call(std::string_view text);

}  // namespace handoff
