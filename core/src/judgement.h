#pragma once

#include "model.h"

namespace handoff {

/// The last word on a message: what the model makes of it, where rules that are sure, or vetoes, do
/// not decide. `words` becomes what the model makes of each word. Thread-safe, and without state.
Judgement judge(const ReadMessage& message, const RuleFindings& rules, WordWeights& words);

}  // namespace handoff
