#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "config.h"
#include "time/clock.h"

namespace handoff {

/// `handoff availability`: one JSON object an instant on `out`. `at` is an instant, `-` for one
/// instant a line of `in`, or missing for now. A bad instant is exit code 2 with a message on
/// `err`, or, from `in`, a line
/// `{"at": ..., "error": ...}`; the run then goes on. Otherwise 0; 1 when the system has no time
/// zones.
int run_availability(const Config& config, const std::optional<std::string>& at, const Clock& clock,
                     std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace handoff
