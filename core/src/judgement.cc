#include "judgement.h"

#include <algorithm>
#include <cstdlib>

namespace handoff {
namespace {

// How rules and model agree on a request. A rule that is sure carries the day unless the model is
// sure of the contrary; where no rule found anything, the model must be surer than usual.
constexpr Percent kSureRule = 85;
constexpr Percent kRuleDiscount = 20;
constexpr Percent kDoubtfulRule = 5;         ///< of the model, under which no rule counts
constexpr Percent kSureWithPerson = 65;      ///< "person", "team", "bot" … is among the words
constexpr Percent kSureWithoutPerson = 80;   ///< it is not
constexpr Percent kSureInSpiteOfVeto = 100;  ///< never: "no need for an agent", "call me Anna"
constexpr std::size_t kFewWords = 5;
constexpr Percent kClearFeeling = 40;
constexpr Percent kContent = 20;  ///< the most that is left of anger in a friendly word
constexpr Percent kFault = 60;
constexpr Percent kClearFault = 85;
constexpr Percent kSureTopic = 70;
constexpr Percent kOnlyWording = 45;  ///< what is left of a reading that is not sure enough

constexpr std::uint32_t kNegationReach = 5;

/// Whoever asks for a person names a person, a team, a call, a conversation or a bot. Without any
/// of them, words that often stand around requests are not enough.
constexpr Slots kNamesSomebody = kSomebody | slots(Slot::kContact, Slot::kRoute, Slot::kCallback,
                                                   Slot::kBot, Slot::kMachine, Slot::kRefusal);

/// A few words feel like what their words mean; the model knows more of longer messages.
void settle_feeling(const ReadMessage& message, Judgement& judgement) {
  if (message.text.tokens.size() > kFewWords) return;
  Percent& negative = judgement.scores[static_cast<std::size_t>(Head::kNegative)];
  const Percent strength = std::abs(message.valence);
  if (message.valence < 0 && strength < kClearFeeling) negative = std::min(negative, 50);
  if (strength < kClearFeeling) return;
  const Percent told = 50 + (strength - kClearFeeling) / 2;
  negative = message.valence < 0 ? std::max(negative, told) : std::min(negative, kContent);
}

/// A fault that is reported is no grievance, nor is one that is denied.
void settle_complaint(const ReadMessage& message, Judgement& judgement) {
  Percent& complaint = judgement.scores[static_cast<std::size_t>(Head::kComplaint)];
  const Percent technical = judgement[Head::kTechnical];
  const bool fault = technical >= kFault && technical >= complaint;
  const bool denied = message.text.clauses.size() == 1 && message.has(Slot::kNegation) &&
                      judgement[Head::kNegative] < 50;
  if (fault || denied) complaint = std::min(complaint, kOnlyWording);
}

/// A name after "call me", or a person that a negation stands before. Asked only where no rule
/// found a request all the same.
bool takes_back(const ReadMessage& message) {
  if (message.has(Slot::kCallMe)) return true;
  if (!message.has(Slot::kNegation)) return false;
  const SlotHit* negation = nullptr;
  for (const SlotHit& hit : message.hits()) {
    if (hit.slot == Slot::kNegation) negation = &hit;
    if (!is_somebody(hit.slot) || negation == nullptr || hit.first <= negation->first) continue;
    const auto& tokens = message.text.tokens;
    if (tokens[negation->last].clause == tokens[hit.first].clause &&
        hit.first <= negation->last + kNegationReach)
      return true;
  }
  return false;
}

/// How sure the model must be of a request that no rule found.
Percent enough_without_rule(const ReadMessage& message) {
  if (takes_back(message)) return kSureInSpiteOfVeto;
  return message.has_any(kNamesSomebody) ? kSureWithPerson : kSureWithoutPerson;
}

Percent best_rule(const RuleFindings& rules) {
  Percent best = 0;
  for (const RequestFinds& clause : rules.requests) {
    for (const RequestFind& found : clause) best = std::max(best, found.score);
  }
  return best;
}

}  // namespace

Judgement judge(const ReadMessage& message, const RuleFindings& rules, WordWeights& words) {
  Judgement judgement = weigh(message, rules, words);
  Percent& human = judgement.scores[static_cast<std::size_t>(Head::kHuman)];
  settle_feeling(message, judgement);
  const Percent rule = best_rule(rules);
  if (rule >= kSureRule && human >= kDoubtfulRule) human = std::max(human, rule - kRuleDiscount);
  if (rule == 0 && human > kOnlyWording && human < enough_without_rule(message))
    human = kOnlyWording;
  const auto at_least = [&](Head head, const TopicFinding& found) {
    Percent& score = judgement.scores[static_cast<std::size_t>(head)];
    if (found.score >= kSureTopic) score = std::max(score, found.score);
  };
  Percent& technical = judgement.scores[static_cast<std::size_t>(Head::kTechnical)];
  if (technical < kClearFault && message.has(Slot::kFeature))
    technical = std::min(technical, kOnlyWording);  // "where is the login page"
  at_least(Head::kTechnical, rules.technical);      // names of errors speak for themselves
  at_least(Head::kLead, rules.lead);                // and so do large numbers of seats
  settle_complaint(message, judgement);
  return judgement;
}

}  // namespace handoff
