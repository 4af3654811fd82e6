#pragma once

#include <optional>

#include "handoff/settings.h"
#include "message.h"

/// Complaints, technical trouble and leads: what one message is about.
namespace handoff {

/// Each is nothing when the message holds nothing of the kind. `fires` and `action` are set from
/// the settings.
std::optional<Signal> complaint_signal(const ReadMessage& message, const ThresholdTrigger& trigger);
std::optional<Signal> technical_signal(const ReadMessage& message,
                                       const TriggerSettings::TechnicalIssue& trigger);
/// The words of a buyer, or the attributes that the site gave its visitor, whichever is stronger.
std::optional<Signal> lead_signal(const ReadMessage& message, const Attributes& attributes,
                                  const TriggerSettings::HighValueLead& trigger);

}  // namespace handoff
