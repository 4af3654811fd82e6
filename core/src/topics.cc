#include "topics.h"

#include "phrase_score.h"

namespace handoff {
namespace {

constexpr Percent kErrorName = 70;
constexpr Percent kManyUnits = 75;
constexpr std::size_t kShortestName = 6;  ///< of an error
constexpr std::size_t kManyDigits = 2;    ///< 10 and more users are many

std::string_view drop_plural(std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  return word;
}

/// `NullPointerException`, `ERR_CONNECTION_REFUSED`, `0x80070005`: names that only machines write.
bool is_error_name(std::string_view word) {
  if (word.size() < kShortestName) return false;
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

}  // namespace

TopicFinding find_technical(const ReadMessage& message) {
  PhraseScore score(message);
  if (message.has(Slot::kTechnical)) score.take_all(Slot::kTechnical);
  take_error_names(message, score);
  return score.finding();
}

/// "200 users", "for 50 of our employees".
TopicFinding find_lead(const ReadMessage& message) {
  if (!message.has(Slot::kLeadUnit)) return {};
  for (const SlotHit& hit : message.hits()) {
    if (hit.slot != Slot::kLeadUnit) continue;
    for (std::uint32_t back = 1; back <= 3 && back <= hit.first; ++back) {
      const Token& token = message.text.tokens[hit.first - back];
      if (token.kind != TokenKind::kNumber || token.size < kManyDigits) continue;
      return {kManyUnits, "quantity", {{hit.first - back, hit.last}}};
    }
  }
  return {};
}

}  // namespace handoff
