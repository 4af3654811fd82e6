#pragma once

#include <iosfwd>

#include "handoff/settings.h"

namespace handoff {

/// `handoff detect`: one verdict a line of `in` (contract, section 2). A bad line yields `{"id":
/// ..., "error": "..."}` and the run goes on. Answers after every line, so that it can be used as a
/// co-process. Always 0.
int run_detect(const Settings& settings, std::istream& in, std::ostream& out);

}  // namespace handoff
