#include "message.h"

#include <algorithm>
#include <array>

namespace handoff {
namespace {

constexpr int kLetterVotes = 3;  ///< ș, ț or ă settles most messages

/// A word such as "agent" belongs to both languages and votes for both, so it decides nothing.
void guess_language(ReadMessage& message, std::size_t hint) {
  std::array<int, kLanguageCount> votes = {};
  for (const SlotHit& hit : message.hits) {
    if (hit.language == kAnyLanguage) continue;
    votes[hit.language] += hit.slot == Slot::kFunction ? 2 * hit.weight : 1;
  }
  votes[1] += kLetterVotes * static_cast<int>(message.text.romanian_letters);
  const auto best = std::max_element(votes.begin(), votes.end());
  message.language_known = std::count(votes.begin(), votes.end(), *best) == 1;
  message.language = message.language_known ? static_cast<std::size_t>(best - votes.begin()) : hint;
}

}  // namespace

bool ReadMessage::has(Slot slot) const {
  return std::any_of(hits.begin(), hits.end(),
                     [slot](const SlotHit& hit) { return hit.slot == slot; });
}

Evidence ReadMessage::evidence(std::uint32_t first, std::uint32_t last) const {
  const std::uint32_t start = text.tokens[first].start;
  const std::uint32_t end = text.tokens[last].end;
  return {start, end, std::string(source.substr(start, end - start))};
}

ReadMessage read_message(std::string_view source, std::size_t language_hint) {
  ReadMessage message;
  message.source = source;
  message.text = tokenize(source);
  message.hits = Lexicon::built_in().scan(message.text);
  guess_language(message, language_hint);
  message.sentiment = sentiment_of(message.text, message.hits, message.language);
  return message;
}

std::size_t clause_end(const ReadMessage& message, std::size_t at) {
  const auto clause = [&](std::size_t i) {
    return message.text.tokens[message.hits[i].last].clause;
  };
  std::size_t end = at + 1;
  while (end < message.hits.size() && clause(end) == clause(at)) ++end;
  return end;
}

}  // namespace handoff
