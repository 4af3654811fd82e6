#include <algorithm>
#include <cstdlib>

#include "message.h"

namespace handoff {
namespace {

constexpr std::uint32_t kNegationReach = 3;  ///< words between "not" and what it negates
constexpr int kNegatedShare = -70;           ///< "not good" is milder than "bad"
constexpr int kCapitalsShare = 125;
constexpr int kExclamationShare = 10;  ///< per mark, up to three
constexpr int kHalfway = 18;           ///< a valence of this size gives 0.50

/// Valences without those that lie inside a longer one ("waste" in "waste of time").
std::vector<const SlotHit*> longest(const std::vector<SlotHit>& hits) {
  std::vector<const SlotHit*> kept;
  for (const SlotHit& hit : hits) {
    if (hit.slot != Slot::kValence) continue;
    while (!kept.empty() && hit.covers(*kept.back())) kept.pop_back();
    if (kept.empty() || !kept.back()->covers(hit)) kept.push_back(&hit);
  }
  return kept;
}

/// The nearest hit of a slot before each of a row of hits.
class Before {
 public:
  Before(const std::vector<SlotHit>& hits, Slot slot) : hits_(hits), slot_(slot) {}

  /// Calls must come with rising `first`. Null when there is none within reach in the same clause.
  const SlotHit* at(const TokenText& text, const SlotHit& hit, std::uint32_t reach) {
    for (; next_ < hits_.size() && hits_[next_].last < hit.first; ++next_) {
      if (hits_[next_].slot == slot_) near_ = &hits_[next_];
    }
    if (near_ == nullptr) return nullptr;
    const bool same_clause = text.tokens[near_->last].clause == text.tokens[hit.first].clause;
    return same_clause && hit.first - near_->last <= reach ? near_ : nullptr;
  }

 private:
  const std::vector<SlotHit>& hits_;
  Slot slot_;
  std::size_t next_ = 0;
  const SlotHit* near_ = nullptr;
};

bool shouted(const TokenText& text, const SlotHit& hit) {
  for (std::uint32_t t = hit.first; t <= hit.last; ++t) {
    if (!text.tokens[t].capitals) return false;
  }
  return true;
}

int sum_of(const TokenText& text, const std::vector<SlotHit>& hits) {
  Before negators(hits, Slot::kNegator);
  Before intensifiers(hits, Slot::kIntensifier);
  int sum = 0;
  for (const SlotHit* hit : longest(hits)) {
    int valence = hit->weight;
    const SlotHit* intensifier = intensifiers.at(text, *hit, 1);
    if (intensifier != nullptr) valence = valence * intensifier->weight / 100;
    if (negators.at(text, *hit, kNegationReach) != nullptr) valence = valence * kNegatedShare / 100;
    if (shouted(text, *hit)) valence = valence * kCapitalsShare / 100;
    sum += valence;
  }
  const int marks = static_cast<int>(std::min(text.exclamations, 3u));
  return sum * (100 + kExclamationShare * marks) / 100;
}

}  // namespace

Percent valence_of(const TokenText& text, const std::vector<SlotHit>& hits) {
  const int sum = sum_of(text, hits);
  return sum * 100 / (std::abs(sum) + kHalfway);
}

}  // namespace handoff
