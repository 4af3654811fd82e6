#pragma once

#include <optional>
#include <span>
#include <vector>

#include "handoff/detection.h"
#include "model.h"

/// What only the course of a conversation tells: weak answers, failed attempts, a mood that turns.
namespace handoff {

/// A turn with its reading; only turns since an agent last spoke are given, oldest first, at most
/// `kMaxTurns`.
struct ReadTurn {
  const Turn* turn = nullptr;
  ReadMessage message = {};
  RuleFindings rules = {};  ///< visitor turns only, as what follows
  WordWeights words = {};
  Judgement judgement = {};
  Percent sentiment = 0;  ///< [-100, 100]
};
using ReadTurns = std::span<const ReadTurn>;
inline constexpr std::size_t kMaxTurns = 40;

/// The confidence of an AI turn: what it reported, or what its words betray, whichever is lower.
/// Nothing: no hint.
std::optional<Percent> confidence_of(const ReadTurn& turn);

/// From the last AI turn. `evidence` is empty: it lies in the AI's words, not the visitor's.
std::optional<Signal> low_confidence_signal(ReadTurns turns,
                                            const TriggerSettings::LowConfidence& trigger);

/// The mean of the newest `messages` bad messages; neutral ones are passed over, a good one ends
/// the row.
std::optional<Signal> sentiment_signal(ReadTurns turns,
                                       const TriggerSettings::NegativeSentiment& trigger);

/// Counts: the visitor says that the answer failed, asks nearly the same again after an answer, the
/// AI says the same again, or is unsure twice running. A good visitor message starts the count
/// anew.
std::optional<Signal> failed_attempts_signal(ReadTurns turns, const TriggerSettings& triggers);

}  // namespace handoff
