#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "handoff/result.h"
#include "store/connection.h"

namespace handoff {

/// A piece of work for the writing connection, and whom to tell once it is durable.
struct WriteJob {
  /// Runs in the writer thread, inside a savepoint. An error, or anything thrown, undoes this job
  /// alone.
  std::function<std::optional<Error>(Connection&)> run;
  /// Called once: nullopt after the COMMIT is on the disk, else why nothing of this job was kept.
  /// Must not throw.
  std::function<void(const std::optional<Error>&)> done;
};

/// Several jobs in one transaction, so that they share one fsync. Used by the writer thread alone;
/// one group at a time.
class WriteGroup {
 public:
  explicit WriteGroup(Connection& connection) : connection_(connection) {}

  /// Runs a job; opens the transaction at the first one.
  void add(WriteJob job);

  /// False after SQLite has given the transaction up: nothing can be added any more.
  bool usable() const { return !failure_; }
  std::size_t size() const { return members_.size(); }

  /// Commits, then tells every job how it went. Answers what broke when the disk can no longer be
  /// trusted.
  std::optional<std::string> finish();

 private:
  struct Member {
    WriteJob job;
    std::optional<Error> error;
  };
  void begin();
  std::optional<Error> run(const WriteJob& job);
  std::optional<Error> run_guarded(const WriteJob& job);
  std::optional<std::string> commit();
  void roll_back() noexcept;

  Connection& connection_;
  std::vector<Member> members_;
  std::optional<Error> failure_;  ///< of the whole group
};

}  // namespace handoff
