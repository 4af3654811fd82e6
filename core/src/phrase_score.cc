#include "phrase_score.h"

#include <algorithm>
#include <array>

#include "insertion_sort.h"

namespace handoff {
namespace {

constexpr Percent kCeiling = 97;
constexpr std::uint32_t kNegationReach = 4;
constexpr std::size_t kMostPlaces = 8;
constexpr std::size_t kMaxHints =
    8;  ///< more of the same adds nothing, and keeps long messages cheap

}  // namespace

void PhraseScore::take_all(Slot slot) {
  std::vector<SlotHit> kept;
  const SlotHit* negation = nullptr;
  for (const SlotHit& hit : message_.hits()) {
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
  for (const SlotHit& hit : kept)
    take(hit.weight, hit.first, hit.last, Lexicon::built_in().rule_of(hit));
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
  if (weights_.empty()) return 0;
  std::array<std::size_t, 101> hints = {};
  for (const Percent weight : weights_) ++hints[static_cast<std::size_t>(weight)];
  int doubt = 10000;
  std::size_t left = kMaxHints;
  for (int weight = 100; weight > 0; --weight) {
    for (std::size_t n = std::min(hints[static_cast<std::size_t>(weight)], left); n > 0; --n) {
      doubt = doubt * (100 - weight) / 100;
      --left;
    }
  }
  return std::min(kCeiling, (10000 - doubt) / 100);
}

TopicFinding PhraseScore::finding() const {
  if (empty()) return {};
  TopicFinding finding = {score(), rule_, places_};
  if (finding.places.size() > kMostPlaces) finding.places.resize(kMostPlaces);
  insertion_sort(finding.places, [](const Place& a, const Place& b) { return a.first < b.first; });
  return finding;
}

}  // namespace handoff
