#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model_weights.h"

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
inline constexpr std::size_t kHeads = kModelHeads;

/// What the heads make of one message.
struct Judgement {
  std::array<Percent, kHeads> scores = {};  ///< [0, 100]; 50 and more: yes

  Percent operator[](Head head) const { return scores[static_cast<std::size_t>(head)]; }
};

/// What one word of a message adds to each head.
struct WordWeight {
  Lanes lanes = 0;
  std::uint32_t count = 0;  ///< of additions in `lanes`

  int of(Head head) const {
    return lane(lanes, static_cast<std::size_t>(head)) - kMostQuanta * static_cast<int>(count);
  }
};
using WordWeights = std::vector<WordWeight>;  ///< by token

/// What the model alone makes of a message, and of each of its words; `judge` has the last word.
/// Thread-safe, and without state; the memory of `words` is used again.
Judgement weigh(const ReadMessage& message, const RuleFindings& rules, WordWeights& words);

/// The words of one clause, whichever, that speak for `head` most.
Place telling_words(const ReadMessage& message, const WordWeights& words, Head head);

/// Also for the trainer, which must scale as the detector does. `sum` times 1024 over the square
/// root of `count`, as whole numbers.
std::int64_t shared_out(std::int64_t sum, std::uint32_t count);

}  // namespace handoff
