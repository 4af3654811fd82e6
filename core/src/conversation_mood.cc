#include <algorithm>

#include "conversation_triggers.h"

namespace handoff {
namespace {

constexpr Percent kFelt = 20;  ///< between -kFelt and kFelt a message is neutral

constexpr std::size_t kMaxEvidence = 3;

/// The words that weigh most, as evidence.
std::vector<Evidence> worst_words(const ReadTurn& turn) {
  const ReadMessage& message = turn.message;
  std::vector<Evidence> evidence;
  for (const SlotHit& hit : message.hits()) {
    if (hit.slot != Slot::kValence || hit.weight > -10 || evidence.size() == kMaxEvidence) continue;
    Evidence next = message.evidence(hit.first, hit.last);
    if (!evidence.empty() && next.start <= evidence.back().start) evidence.pop_back();
    if (evidence.empty() || next.end > evidence.back().end) evidence.push_back(std::move(next));
  }
  if (evidence.empty()) {
    const Place place = telling_words(message, turn.words, Head::kNegative);
    evidence.push_back(message.evidence(place.first, place.last));
  }
  return evidence;
}

}  // namespace

std::optional<Percent> confidence_of(const ReadTurn& turn) {
  std::optional<Percent> lowest = turn.turn->confidence;
  for (const SlotHit& hit : turn.message.hits()) {
    if (hit.slot != Slot::kHedge) continue;
    const bool admits = Lexicon::built_in().rule_of(hit) == "cannot_answer";
    if (turn.turn->confidence && !admits)
      continue;  // a reported confidence knows better than "maybe"
    lowest = std::min(lowest.value_or(100), static_cast<Percent>(hit.weight));
  }
  return lowest;
}

std::optional<Signal> low_confidence_signal(ReadTurns turns,
                                            const TriggerSettings::LowConfidence& trigger) {
  const auto last = std::find_if(turns.rbegin(), turns.rend(), [](const ReadTurn& turn) {
    return turn.turn->author == Author::kAi;
  });
  if (last == turns.rend()) return std::nullopt;
  const std::optional<Percent> confidence = confidence_of(*last);
  if (!confidence || *confidence >= std::max(trigger.threshold, trigger.offer_below))
    return std::nullopt;
  const bool reported = last->turn->confidence == confidence;
  Signal signal;
  signal.reason = Reason::kLowConfidence;
  signal.score = 100 - *confidence;
  signal.fires = true;
  signal.action = *confidence < trigger.threshold ? Decision::kHandoff : Decision::kOffer;
  signal.rule = reported ? "confidence.reported" : "confidence.hedging";
  return signal;
}

std::optional<Signal> sentiment_signal(ReadTurns turns,
                                       const TriggerSettings::NegativeSentiment& trigger) {
  int sum = 0;
  int bad = 0;
  const ReadTurn* newest = nullptr;
  for (auto turn = turns.rbegin(); turn != turns.rend() && bad < trigger.messages; ++turn) {
    if (turn->turn->author != Author::kVisitor) continue;
    const Percent felt = turn->sentiment;
    if (newest == nullptr && felt > -kFelt) return std::nullopt;
    if (newest == nullptr) newest = &*turn;
    if (felt >= kFelt) break;
    if (felt > -kFelt) continue;
    sum -= felt;
    ++bad;
  }
  if (newest == nullptr) return std::nullopt;
  Signal signal;
  signal.reason = Reason::kNegativeSentiment;
  signal.score = sum / std::max(bad, 1);
  signal.fires = bad >= trigger.messages && signal.score >= trigger.threshold;
  signal.action = Decision::kHandoff;
  signal.rule = bad > 1 ? "sentiment.trend" : "sentiment.message";
  signal.evidence = worst_words(*newest);
  return signal;
}

}  // namespace handoff
