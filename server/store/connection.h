#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

#include "store/statement_cache.h"

namespace handoff {

/// A SQLite connection with our settings and a memory for its statements. One thread at a time.
///
/// There is exactly one kWriter in a deployment: SQLite before 3.51.3 can damage a WAL file when
/// two connections write or checkpoint at the same moment. Readers therefore never write and never
/// checkpoint, not even when they close.
class Connection : public SQLite::Database {
 public:
  enum class Role { kWriter, kReader };

  /// Opens and hardens. Throws SQLite::Exception, also when a safety setting does not take (WAL,
  /// synchronous=FULL).
  Connection(const std::string& path, Role role);

  /// The statement for a constant SQL text, prepared at its first use. Throws SQLite::Exception.
  StatementLease prepare(const std::string& sql) { return statements_.lease(sql); }

  /// False once SQLite has given up the open transaction by itself (disk full, I/O error).
  bool in_transaction() const;

 private:
  void harden(Role role);
  void make_durable();

  StatementCache statements_{*this};
};

}  // namespace handoff
