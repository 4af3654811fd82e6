#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "message_features.h"

/// The linear model that weighs what rules and words say: one head a question, whole numbers only.
/// `scripts/train` fits it, `core/model/CARD.md` says on what.
namespace handoff {

enum class Head : std::uint8_t {
  kHuman,     ///< asks for a person
  kNegative,  ///< is upset
  kComplaint,
  kTechnical,
  kLead,
  kNotUnderstood,  ///< says that the answer missed the question
};
inline constexpr std::size_t kHeads = 6;

/// What the heads make of one message.
struct Judgement {
  std::array<Percent, kHeads> scores = {};  ///< [0, 100]; 50 and more: yes

  Percent operator[](Head head) const { return scores[static_cast<std::size_t>(head)]; }
};

/// What the model alone makes of a message; `judge` has the last word. Thread-safe, and without
/// state.
Judgement weigh(const ReadMessage& message, const RuleFindings& rules);

/// The words that speak for `head` most, in one clause, or in any.
Place telling_words(const ReadMessage& message, const RuleFindings& rules, Head head);

/// Also for the trainer, which must scale as the detector does. `sum` times 1024 over the square
/// root of `count`, as whole numbers.
std::int64_t shared_out(std::int64_t sum, std::uint32_t count);

}  // namespace handoff
