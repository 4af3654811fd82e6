#include "keywords.h"

#include <algorithm>

namespace handoff {
namespace {

bool speaks(const KeywordTrigger& trigger, std::string_view language) {
  return trigger.languages.empty() || std::find(trigger.languages.begin(), trigger.languages.end(),
                                                language) != trigger.languages.end();
}

std::vector<PatternPart> parts_of(const KeywordTrigger& trigger) {
  std::vector<PatternPart> parts;
  const TokenText text = tokenize(trigger.phrase);
  for (const Token& token : text.tokens) {
    const bool last = &token == &text.tokens.back();
    const bool prefix = last && trigger.match == KeywordTrigger::Match::kPrefix;
    std::string word(text.word(token));
    std::string key = word + (prefix ? "*" : "");
    parts.push_back({std::move(key), {{{std::move(word), prefix}}}});
  }
  return parts;
}

}  // namespace

Keywords::Keywords(const std::vector<KeywordTrigger>& triggers) : triggers_(triggers) {
  for (const KeywordTrigger& trigger : triggers_)
    net_.add(vocabulary_, parts_of(trigger), PhraseNet::kAll);
  net_.compile(vocabulary_.size());
}

std::vector<Signal> Keywords::signals(const ReadMessage& message) const {
  std::vector<Signal> found;
  std::vector<std::uint32_t> seen;  // those that fire: few, however many there are
  PhraseNet::Walk walk(net_);
  const auto tokens = static_cast<std::uint32_t>(message.text.tokens.size());
  const bool slips = !message.text.slips.empty();
  for (std::uint32_t t = 0; t < tokens; ++t) {
    const WordIds word = slips ? vocabulary_.find(message.as_written(t))
                               : vocabulary_.find(message.text.word(t), message.scan.ids[t].hash);
    walk.take(word, t, 1u << PhraseNet::kAll, [&](PhraseHit hit) {
      const KeywordTrigger& trigger = triggers_[hit.pattern];
      const bool whole = hit.first == 0 && hit.last + 1 == tokens;
      if (trigger.match == KeywordTrigger::Match::kExact && !whole) return;
      if (!speaks(trigger, Lexicon::built_in().code(message.language))) return;
      if (std::find(seen.begin(), seen.end(), hit.pattern) != seen.end()) return;
      seen.push_back(hit.pattern);
      const bool offer = trigger.action == TriggerAction::kOffer;
      found.push_back({Reason::kKeyword,
                       100,
                       true,
                       offer ? Decision::kOffer : Decision::kHandoff,
                       "keyword." + trigger.phrase,
                       {message.evidence(hit.first, hit.last)}});
    });
  }
  return found;
}

}  // namespace handoff
