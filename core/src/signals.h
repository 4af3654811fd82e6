#pragma once

#include <optional>
#include <vector>

#include "conversation_triggers.h"

/// From what was found in one visitor message to the signals that people read: the model's score,
/// the rule that found it, the words. Where no rule did, the rule is `….wording` and the words are
/// those that weighed most.
namespace handoff {

/// [-100, 100] from the model's word and that of the lexicon. Below 0: negative. An ordinary
/// message lies between 0 and 10.
Percent sentiment_of(Percent negative, Percent valence);

/// One signal a rule, the strongest with the model's score.
void add_request_signals(const ReadTurn& turn, Percent threshold, std::vector<Signal>& signals);

std::optional<Signal> complaint_signal(const ReadTurn& turn, const ThresholdTrigger& trigger);
std::optional<Signal> technical_signal(const ReadTurn& turn,
                                       const TriggerSettings::TechnicalIssue& trigger);
/// The words of a buyer, or the attributes that the site gave its visitor, whichever is stronger.
std::optional<Signal> lead_signal(const ReadTurn& turn, const Attributes& attributes,
                                  const TriggerSettings::HighValueLead& trigger);

}  // namespace handoff
