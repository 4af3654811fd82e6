#include "store/statement_cache.h"

#include <sqlite3.h>

#include <utility>

namespace handoff {

StatementLease::StatementLease(std::unique_ptr<SQLite::Statement> own)
    : own_(std::move(own)), statement_(own_.get()) {}

StatementLease::StatementLease(SQLite::Statement& shared, bool& busy)
    : statement_(&shared), busy_(&busy) {
  busy = true;
}

StatementLease::StatementLease(StatementLease&& other) noexcept
    : own_(std::move(other.own_)),
      statement_(std::exchange(other.statement_, nullptr)),
      busy_(std::exchange(other.busy_, nullptr)) {}

StatementLease::~StatementLease() {
  if (busy_ == nullptr) return;
  statement_->tryReset();
  statement_->clearBindings();
  *busy_ = false;
}

StatementLease StatementCache::lease(const std::string& sql) {
  Entry& entry = entries_[sql];
  if (entry.busy) {
    return StatementLease(std::make_unique<SQLite::Statement>(database_, sql));
  }
  if (!entry.statement) entry.statement = std::make_unique<SQLite::Statement>(database_, sql);
  return {*entry.statement, entry.busy};
}

}  // namespace handoff
