#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handoff/conversation.h"
#include "handoff/event.h"

/// What an agent must know before the first word, cut from the log itself: nothing here is made up.
/// Pure; thread-safe.
namespace handoff {

/// A question of the visitor and what the AI did with it.
struct Attempt {
  std::string question;
  std::optional<Percent> confidence = std::nullopt;  ///< of the AI's answer
  std::string answer;                                ///< its first sentence; empty: no answer came

  friend bool operator==(const Attempt&, const Attempt&) = default;
};

struct Summary {
  std::string wants;           ///< the visitor's most telling message since the last handoff
  std::vector<Attempt> tried;  ///< newest last, at most five
  std::optional<Reason> why = std::nullopt;
  std::string words;  ///< the evidence that triggered it
  std::optional<Contact> contact = std::nullopt;

  friend bool operator==(const Summary&, const Summary&) = default;
};

/// Reads the events of the present episode (those after the last return to the AI).
Summary summarize(const Conversation& conversation, const std::vector<Event>& events);

}  // namespace handoff
