#pragma once

#include <filesystem>
#include <iosfwd>

#include "environment_settings.h"

namespace handoff {

/// `handoff config check FILE`: 0 and nothing on `out`, or 2 and one line a problem on `out`; `err`
/// gets the count. The environment counts as in a run, so that a secret that stands there is not
/// missed in the file.
int run_config_check(const std::filesystem::path& file, const Environment& environment,
                     std::ostream& out, std::ostream& err);

}  // namespace handoff
