#pragma once

#include <SQLiteCpp/Exception.h>

#include "handoff/result.h"

namespace handoff {

/// One place that turns SQLite's extended result codes into ours: a full or failing disk and a busy
/// file are kUnavailable, a broken constraint is kConflict, everything else is kInternal. The
/// message is for the log.
Error to_error(const SQLite::Exception& exception);

/// True for the codes after which what is on the disk is no longer known: the process must end and
/// recover.
bool is_io_error(const SQLite::Exception& exception);

}  // namespace handoff
