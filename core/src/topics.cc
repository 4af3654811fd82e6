#include "topics.h"

#include <algorithm>

#include "phrase_score.h"

namespace handoff {
namespace {

constexpr Percent kThingBroken = 72;
constexpr Percent kBrokenAlone = 35;
constexpr Percent kErrorName = 70;
constexpr Percent kManyUnits = 75;
constexpr std::uint32_t kBrokenGap = 7;
constexpr std::size_t kManyDigits = 2;  ///< 10 and more users are many

std::string_view drop_plural(std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  return word;
}

/// `NullPointerException`, `ERR_CONNECTION_REFUSED`, `0x80070005`: names that only machines write.
bool is_error_name(std::string_view word) {
  const std::string_view stem = drop_plural(word);
  const bool named = (stem.ends_with("exception") && stem.size() > 9) ||
                     (stem.ends_with("error") && stem.size() > 6);
  const bool hexadecimal = word.starts_with("0x") && word.size() >= 6;
  return named || hexadecimal || word == "econnrefused" || word == "etimedout" ||
         word == "enotfound";
}

void take_error_names(const ReadMessage& message, PhraseScore& score) {
  for (std::uint32_t t = 0; t < message.text.tokens.size(); ++t) {
    if (is_error_name(message.text.word(t))) score.take(kErrorName, t, t, "error");
  }
}

/// "the app … crashes": a thing and its trouble near each other in one clause. Only where nothing
/// clearer was found.
void take_broken_things(const ReadMessage& message, PhraseScore& score) {
  if (!score.empty()) return;
  const SlotHit* thing = nullptr;
  const SlotHit* broken = nullptr;
  bool paired = false;
  std::uint32_t clause = 0;
  for (const SlotHit& hit : message.hits) {
    if (hit.slot != Slot::kThing && hit.slot != Slot::kBroken) continue;
    const std::uint32_t here = message.text.tokens[hit.last].clause;
    if (here != clause) thing = broken = nullptr;
    clause = here;
    (hit.slot == Slot::kThing ? thing : broken) = &hit;
    if (paired || thing == nullptr || broken == nullptr || thing->overlaps(*broken)) continue;
    const std::uint32_t gap =
        std::max(thing->first, broken->first) - std::min(thing->last, broken->last);
    if (gap > kBrokenGap) continue;
    score.take(kThingBroken, std::min(thing->first, broken->first),
               std::max(thing->last, broken->last), "broken");
    paired = true;
  }
  if (!paired && broken != nullptr) score.take(kBrokenAlone, broken->first, broken->last, "broken");
}

/// "200 users", "for 50 of our employees".
void take_quantities(const ReadMessage& message, PhraseScore& score) {
  for (const SlotHit& hit : message.hits) {
    if (hit.slot != Slot::kLeadUnit) continue;
    for (std::uint32_t back = 1; back <= 3 && back <= hit.first; ++back) {
      const Token& token = message.text.tokens[hit.first - back];
      if (token.kind != TokenKind::kNumber || token.size < kManyDigits) continue;
      score.take(kManyUnits, hit.first - back, hit.last, "quantity");
      return;
    }
  }
}

}  // namespace

TopicFinding find_complaint(const ReadMessage& message) {
  PhraseScore score(message);
  score.take_all(Slot::kComplaint);
  return score.finding();
}

TopicFinding find_technical(const ReadMessage& message) {
  PhraseScore score(message);
  score.take_all(Slot::kTechnical);
  take_error_names(message, score);
  take_broken_things(message, score);
  return score.finding();
}

TopicFinding find_lead(const ReadMessage& message) {
  PhraseScore score(message);
  score.take_all(Slot::kLead);
  take_quantities(message, score);
  return score.finding();
}

}  // namespace handoff
