#pragma once

#include <span>
#include <string_view>

#include "handoff/result.h"
#include "store/connection.h"

namespace handoff {

/// One step of the schema: forward only, and never edited once released.
struct Migration {
  int version = 0;       ///< the number its file name begins with
  std::string_view sql;  ///< one or more statements
};

/// The files of `store/migrations/`, in order, compiled in.
std::span<const Migration> embedded_migrations();

/// Brings the schema to the last of `all`, each step in a transaction of its own together with
/// `user_version`. Refuses a file that is newer than this program, or that holds somebody else's
/// tables. A step that fails leaves the schema at the step before it. REQUIRES: versions 1, 2, 3 …
/// without holes.
Result<Done> migrate(Connection& connection, std::span<const Migration> all);

}  // namespace handoff
