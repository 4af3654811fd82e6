#pragma once

#include <SQLiteCpp/Statement.h>

#include <map>
#include <memory>
#include <string>

namespace handoff {

/// A prepared statement on loan: use it as a pointer, and it goes back, reset and unbound, when the
/// lease ends. A lease must not outlive its connection, nor leave the thread that holds the
/// connection.
class StatementLease {
 public:
  explicit StatementLease(std::unique_ptr<SQLite::Statement> own);
  StatementLease(SQLite::Statement& shared, bool& busy);
  ~StatementLease();
  StatementLease(StatementLease&& other) noexcept;
  StatementLease& operator=(StatementLease&&) = delete;

  SQLite::Statement* operator->() const { return statement_; }
  SQLite::Statement& operator*() const { return *statement_; }

 private:
  std::unique_ptr<SQLite::Statement> own_;
  SQLite::Statement* statement_;
  bool* busy_ = nullptr;
};

/// Prepares each SQL text once per connection. One thread at a time, like the connection it belongs
/// to. SQL texts are constants of the program, never built from input, so the cache stays small.
class StatementCache {
 public:
  explicit StatementCache(SQLite::Database& database) : database_(database) {}

  /// Throws SQLite::Exception when the SQL does not compile. The same text may be leased twice at a
  /// time; the second lease gets a statement of its own.
  StatementLease lease(const std::string& sql);

  void clear() { entries_.clear(); }

 private:
  struct Entry {
    std::unique_ptr<SQLite::Statement> statement;
    bool busy = false;
  };
  SQLite::Database& database_;
  std::map<std::string, Entry> entries_;
};

}  // namespace handoff
