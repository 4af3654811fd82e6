#pragma once

#include "rule_findings.h"

/// Technical trouble and leads: what the words of one message are about.
namespace handoff {

TopicFinding find_technical(const ReadMessage& message);
TopicFinding find_lead(const ReadMessage& message);

}  // namespace handoff
