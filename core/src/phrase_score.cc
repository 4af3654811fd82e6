#include "phrase_score.h"

#include <algorithm>

namespace handoff {
namespace {

constexpr Percent kCeiling = 97;
constexpr std::uint32_t kNegationReach = 4;
constexpr std::size_t kMaxHints =
    8;  ///< more of the same adds nothing, and keeps long messages cheap

}  // namespace

void PhraseScore::take_all(Slot slot) {
  std::vector<SlotHit> kept;
  const SlotHit* negation = nullptr;
  for (const SlotHit& hit : message_.hits) {
    if (hit.slot == Slot::kNegation) negation = &hit;
    if (hit.slot != slot) continue;
    const bool negated =
        negation != nullptr && negation->last < hit.first &&
        hit.first - negation->last <= kNegationReach &&
        message_.text.tokens[negation->last].clause == message_.text.tokens[hit.first].clause;
    if (negated) continue;
    while (!kept.empty() && hit.covers(kept.back())) kept.pop_back();
    if (kept.empty() || !kept.back().overlaps(hit)) kept.push_back(hit);
  }
  for (const SlotHit& hit : kept) take(hit.weight, hit.first, hit.last, hit.rule);
}

void PhraseScore::take(Percent weight, std::uint32_t first, std::uint32_t last,
                       std::string_view rule) {
  if (weight > heaviest_) {
    heaviest_ = weight;
    rule_ = rule;
  }
  weights_.push_back(weight);
  places_.push_back({first, last});
}

Percent PhraseScore::score() const {
  std::vector<Percent> strongest = weights_;
  std::sort(strongest.rbegin(), strongest.rend());
  if (strongest.size() > kMaxHints) strongest.resize(kMaxHints);
  int doubt = 10000;
  for (const Percent weight : strongest) doubt = doubt * (100 - weight) / 100;
  return std::min(kCeiling, (10000 - doubt) / 100);
}

Signal PhraseScore::signal(Reason reason, std::string_view group, Percent threshold,
                           Decision action) const {
  Signal signal;
  signal.reason = reason;
  signal.score = score();
  signal.fires = signal.score >= threshold;
  signal.action = action;
  signal.rule = std::string(group) + "." + std::string(rule_);
  std::vector<Place> places = places_;
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.first < b.first; });
  for (const Place& place : places) {
    if (signal.evidence.size() == kMaxEvidence) break;
    signal.evidence.push_back(message_.evidence(place.first, place.last));
  }
  return signal;
}

}  // namespace handoff
