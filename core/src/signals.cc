#include "signals.h"

#include <algorithm>

#include "lead_attributes.h"

namespace handoff {
namespace {

constexpr Percent kListed = 30;  ///< weaker readings are noise and not listed
constexpr Percent kAttributeScore = 90;
constexpr std::size_t kMaxEvidence = 3;
constexpr std::string_view kRequestWording = "request.wording";

Signal request_signal(Percent score, Percent threshold, std::string_view rule) {
  Signal signal;
  signal.reason = Reason::kUserRequest;
  signal.score = score;
  signal.fires = score >= threshold;
  signal.action = Decision::kHandoff;
  signal.rule = rule;
  return signal;
}

/// Over all clauses, the strongest place of each rule.
RequestFinds strongest(const std::vector<RequestFinds>& clauses) {
  RequestFinds best = {};
  for (const RequestFinds& finds : clauses) {
    for (std::size_t rule = 0; rule < kRequestRules; ++rule) {
      if (finds[rule].score > best[rule].score) best[rule] = finds[rule];
    }
  }
  return best;
}

/// A topic: the head that weighs it, and what the signal is called.
struct Topic {
  Head head;
  Reason reason;
  std::string_view group;
};

/// `rule` and places as the phrases gave them, `score` as the model weighed them.
std::optional<Signal> topic_signal(const ReadTurn& turn, const Topic& topic,
                                   const TopicFinding& finding, Percent threshold,
                                   Decision action) {
  const Percent score = turn.judgement[topic.head];
  if (score < kListed) return std::nullopt;
  Signal signal;
  signal.reason = topic.reason;
  signal.score = score;
  signal.fires = score >= threshold;
  signal.action = action;
  signal.rule =
      std::string(topic.group) + "." + std::string(finding.score > 0 ? finding.rule : "wording");
  for (const Place& place : finding.places) {
    if (signal.evidence.size() == kMaxEvidence) break;
    signal.evidence.push_back(turn.message.evidence(place.first, place.last));
  }
  if (signal.evidence.empty()) {
    const Place place = telling_words(turn.message, turn.words, topic.head);
    signal.evidence.push_back(turn.message.evidence(place.first, place.last));
  }
  return signal;
}

}  // namespace

Percent sentiment_of(Percent negative, Percent valence) {
  if (negative >= 50) return -(2 * (negative - 50) + 1);
  const Percent ordinary = (50 - negative) / 5;
  return std::max(ordinary, valence * (50 - negative) / 50);
}

void add_request_signals(const ReadTurn& turn, Percent threshold, std::vector<Signal>& signals) {
  const Percent score = turn.judgement[Head::kHuman];
  if (score < std::min(kListed, std::max(threshold, 1))) return;
  const RequestFinds finds = strongest(turn.rules.requests);
  const auto best = std::max_element(
      finds.begin(), finds.end(),
      [](const RequestFind& a, const RequestFind& b) { return a.score < b.score; });
  if (best->score < kListed) {
    const Place place = telling_words(turn.message, turn.words, Head::kHuman);
    signals.push_back(request_signal(score, threshold, kRequestWording));
    signals.back().evidence.push_back(turn.message.evidence(place.first, place.last));
    return;
  }
  for (std::size_t rule = 0; rule < kRequestRules; ++rule) {
    const RequestFind& found = finds[rule];
    if (found.score < kListed) continue;
    const Percent own = &found == &*best ? score : std::min(score, found.score);
    signals.push_back(request_signal(own, threshold, kRequestRuleNames[rule]));
    signals.back().evidence.push_back(turn.message.evidence(found.first, found.last));
  }
}

std::optional<Signal> complaint_signal(const ReadTurn& turn, const ThresholdTrigger& trigger) {
  return topic_signal(turn, {Head::kComplaint, Reason::kComplaint, "complaint"}, {},
                      trigger.threshold, Decision::kHandoff);
}

std::optional<Signal> technical_signal(const ReadTurn& turn,
                                       const TriggerSettings::TechnicalIssue& trigger) {
  const bool offer = trigger.action == TriggerAction::kOffer;
  return topic_signal(turn, {Head::kTechnical, Reason::kTechnicalIssue, "technical"},
                      turn.rules.technical, trigger.threshold,
                      offer ? Decision::kOffer : Decision::kHandoff);
}

std::optional<Signal> lead_signal(const ReadTurn& turn, const Attributes& attributes,
                                  const TriggerSettings::HighValueLead& trigger) {
  const LeadAttribute* attribute = first_match(trigger.attributes, attributes);
  if (attribute != nullptr && turn.judgement[Head::kLead] < kAttributeScore) {
    return Signal{.reason = Reason::kHighValueLead,
                  .score = kAttributeScore,
                  .fires = kAttributeScore >= trigger.threshold,
                  .action = Decision::kHandoff,
                  .rule = "lead.attribute." + attribute->name,
                  .evidence = {}};
  }
  return topic_signal(turn, {Head::kLead, Reason::kHighValueLead, "lead"}, turn.rules.lead,
                      trigger.threshold, Decision::kHandoff);
}

}  // namespace handoff
