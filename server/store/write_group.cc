#include "store/write_group.h"

#include <exception>
#include <utility>

#include "store/sqlite_error.h"

namespace handoff {
namespace {

Error thrown(const char* what) {
  return {.code = ErrorCode::kInternal, .message = std::string("a write failed: ") + what};
}

}  // namespace

void WriteGroup::add(WriteJob job) {
  if (members_.empty()) begin();
  std::optional<Error> error = failure_ ? failure_ : run(job);
  members_.push_back({std::move(job), std::move(error)});
}

void WriteGroup::begin() {
  try {
    connection_.prepare("BEGIN IMMEDIATE")->exec();
  } catch (const SQLite::Exception& exception) {
    failure_ = to_error(exception);
  }
}

std::optional<Error> WriteGroup::run(const WriteJob& job) {
  try {
    connection_.prepare("SAVEPOINT job")->exec();
    std::optional<Error> error = run_guarded(job);
    if (connection_.in_transaction()) {
      if (error) connection_.prepare("ROLLBACK TO job")->exec();
      connection_.prepare("RELEASE job")->exec();
    } else {
      // A full disk or an I/O error makes SQLite undo the whole transaction, not only this job.
      failure_ =
          Error{.code = ErrorCode::kUnavailable,
                .message = "the transaction was given up" + (error ? ": " + error->message : ""),
                .retry_after_seconds = 5};
    }
    return error;
  } catch (const SQLite::Exception& exception) {
    failure_ = to_error(exception);
    return failure_;
  }
}

std::optional<Error> WriteGroup::run_guarded(const WriteJob& job) {
  try {
    return job.run(connection_);
  } catch (const SQLite::Exception& exception) {
    return to_error(exception);
  } catch (const std::exception& exception) {
    return thrown(exception.what());
  } catch (...) {
    return thrown("unknown exception");
  }
}

std::optional<std::string> WriteGroup::finish() {
  std::optional<std::string> broken = commit();
  for (Member& member : members_) {
    if (failure_ && !member.error) member.error = failure_;
    member.job.done(member.error);
  }
  return broken;
}

std::optional<std::string> WriteGroup::commit() {
  if (failure_) {
    roll_back();
    return std::nullopt;
  }
  try {
    connection_.prepare("COMMIT")->exec();
    return std::nullopt;
  } catch (const SQLite::Exception& exception) {
    failure_ = to_error(exception);
    failure_->code = ErrorCode::kUnavailable;
    failure_->retry_after_seconds = 5;
    roll_back();
    if (is_io_error(exception)) return failure_->message;
    return std::nullopt;
  }
}

void WriteGroup::roll_back() noexcept {
  if (connection_.in_transaction()) connection_.tryExec("ROLLBACK");
}

}  // namespace handoff
