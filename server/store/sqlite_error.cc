#include "store/sqlite_error.h"

#include <sqlite3.h>

namespace handoff {
namespace {

constexpr int kRetryAfterSeconds = 5;

ErrorCode code_of(int primary) {
  switch (primary) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
    case SQLITE_PROTOCOL:
      return ErrorCode::kUnavailable;
    case SQLITE_CONSTRAINT:
      return ErrorCode::kConflict;
    default:
      return ErrorCode::kInternal;
  }
}

int primary_code(const SQLite::Exception& exception) {
  return exception.getErrorCode() < 0 ? SQLITE_ERROR : exception.getErrorCode() & 0xFF;
}

}  // namespace

Error to_error(const SQLite::Exception& exception) {
  const ErrorCode code = code_of(primary_code(exception));
  return {.code = code,
          .message = std::string("database: ") + exception.what() + " (SQLite code " +
                     std::to_string(exception.getExtendedErrorCode()) + ")",
          .retry_after_seconds = code == ErrorCode::kUnavailable ? kRetryAfterSeconds : 0};
}

bool is_io_error(const SQLite::Exception& exception) {
  const int code = primary_code(exception);
  return code == SQLITE_IOERR || code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

}  // namespace handoff
