#include "keywords.h"

#include <algorithm>

namespace handoff {
namespace {

constexpr std::uint32_t kMaxHits = 20000;  ///< bounds the work when keywords are made of each other

bool speaks(const KeywordTrigger& trigger, std::string_view language) {
  return trigger.languages.empty() || std::find(trigger.languages.begin(), trigger.languages.end(),
                                                language) != trigger.languages.end();
}

}  // namespace

Keywords::Keywords(const std::vector<KeywordTrigger>& triggers) : triggers_(triggers) {
  for (const KeywordTrigger& trigger : triggers_) {
    const std::string folded = fold_phrase(trigger.phrase);
    words_.push_back(folded.empty() ? 0
                                    : 1 + static_cast<std::uint32_t>(
                                              std::count(folded.begin(), folded.end(), ' ')));
    matcher_.add(folded, trigger.match == KeywordTrigger::Match::kPrefix);
  }
  matcher_.compile();
}

std::vector<Signal> Keywords::signals(const ReadMessage& message, const TokenText& text) const {
  std::vector<Signal> found;
  std::vector<bool> seen(triggers_.size());
  std::uint32_t hits = 0;
  matcher_.scan(text, false, [&](PhraseHit hit) {
    const KeywordTrigger& trigger = triggers_[hit.pattern];
    const bool whole = words_[hit.pattern] == text.tokens.size();
    const bool fits = trigger.match != KeywordTrigger::Match::kExact || whole;
    if (!seen[hit.pattern] && fits && speaks(trigger, kLanguageCodes[message.language])) {
      seen[hit.pattern] = true;
      const bool offer = trigger.action == TriggerAction::kOffer;
      found.push_back({Reason::kKeyword,
                       100,
                       true,
                       offer ? Decision::kOffer : Decision::kHandoff,
                       "keyword." + trigger.phrase,
                       {message.evidence(hit.first, hit.last)}});
    }
    return ++hits < kMaxHits;
  });
  return found;
}

}  // namespace handoff
