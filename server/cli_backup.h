#pragma once

#include <filesystem>
#include <iosfwd>

namespace handoff {

/// `handoff backup FILE`: a consistent copy, also while a server runs. The copy is another
/// incarnation of the data: its stream ids differ, so that readers of the old one are told to start
/// anew. 0, or 1 with a message.
int run_backup(const std::filesystem::path& data, const std::filesystem::path& file,
               std::ostream& out, std::ostream& err);

}  // namespace handoff
