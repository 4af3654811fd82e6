#include <algorithm>
#include <array>

#include "message.h"

namespace handoff {
namespace {

constexpr std::uint32_t kNegationReach = 3;  ///< words between "not" and what it negates
constexpr int kNegatedShare = -70;           ///< "not good" is milder than "bad"
constexpr int kCapitalsShare = 125;
constexpr int kExclamationShare = 10;  ///< per mark, up to three
constexpr int kHalfway = 18;           ///< a valence of this size gives 0.50

bool is_valence(const SlotHit& hit) { return hit.slot == Slot::kValence; }

/// The hits of one slot without those that lie inside a longer one ("waste" in "waste of time").
std::vector<SlotHit> longest(const std::vector<SlotHit>& hits) {
  std::vector<SlotHit> kept;
  for (const SlotHit& hit : hits) {
    if (!is_valence(hit)) continue;
    while (!kept.empty() && hit.covers(kept.back())) kept.pop_back();
    if (kept.empty() || !kept.back().covers(hit)) kept.push_back(hit);
  }
  return kept;
}

/// Nearest word of a slot before each token; kNowhere if there is none.
class Before {
 public:
  Before(const std::vector<SlotHit>& hits, Slot slot) {
    for (const SlotHit& hit : hits) {
      if (hit.slot == slot) found_.push_back(&hit);
    }
  }

  /// Calls must come with rising `first`. Null when there is none within reach in the same clause.
  const SlotHit* at(const TokenText& text, const SlotHit& hit, std::uint32_t reach) {
    while (next_ < found_.size() && found_[next_]->last < hit.first) ++next_;
    if (next_ == 0) return nullptr;
    const SlotHit* near = found_[next_ - 1];
    const bool same_clause = text.tokens[near->last].clause == text.tokens[hit.first].clause;
    return same_clause && hit.first - near->last <= reach ? near : nullptr;
  }

 private:
  std::vector<const SlotHit*> found_ = {};
  std::size_t next_ = 0;
};

bool shouted(const TokenText& text, const SlotHit& hit) {
  return std::all_of(text.tokens.begin() + hit.first, text.tokens.begin() + hit.last + 1,
                     [](const Token& token) { return token.capitals; });
}

int sum_of(const TokenText& text, const std::vector<SlotHit>& hits) {
  Before negators(hits, Slot::kNegator);
  Before intensifiers(hits, Slot::kIntensifier);
  int sum = 0;
  for (const SlotHit& hit : longest(hits)) {
    int valence = hit.weight;
    if (const SlotHit* near = intensifiers.at(text, hit, 1)) valence = valence * near->weight / 100;
    if (negators.at(text, hit, kNegationReach) != nullptr) valence = valence * kNegatedShare / 100;
    if (shouted(text, hit)) valence = valence * kCapitalsShare / 100;
    sum += valence;
  }
  const int marks = static_cast<int>(std::min(text.exclamations, 3u));
  return sum * (100 + kExclamationShare * marks) / 100;
}

}  // namespace

Percent valence_of(const TokenText& text, const std::vector<SlotHit>& hits) {
  if (std::none_of(hits.begin(), hits.end(), is_valence)) return 0;
  const int sum = sum_of(text, hits);
  return sum * 100 / (std::abs(sum) + kHalfway);
}

}  // namespace handoff
