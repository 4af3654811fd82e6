#pragma once

#include "handoff/detection.h"
#include "handoff/json.h"

/// The input and output lines of `handoff detect` (contract, section 2).
namespace handoff {

/// `{"id", "text"}` for one visitor message or `{"id", "messages": [...], "attributes": {...}}`.
DetectionInput read_detection_input(const Json& value, std::vector<FieldError>& errors);

/// `{"id", "verdict", "reason", "score", "sentiment", "language", "signals"}`; `id` only when the
/// input had one.
std::string verdict_text(const Verdict& verdict, const Json* id);

}  // namespace handoff
