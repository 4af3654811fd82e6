#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "store/migrations.h"
#include "support/temp_folder.h"

namespace handoff {
namespace {

using testing::TempFolder;

/// A writing connection to a file of its own.
class Scratch {
 public:
  Connection& operator*() { return connection_; }
  Connection* operator->() { return &connection_; }
  std::string schema() {
    std::string all;
    SQLite::Statement query(connection_,
                            "SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY name");
    while (query.executeStep()) {
      all += query.getColumn(0).getString() + ": " + query.getColumn(1).getString() + "\n";
    }
    return all;
  }
  int version() { return connection_.execAndGet("PRAGMA user_version").getInt(); }

 private:
  static std::string make_file(const std::string& path) {
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    return path;
  }
  TempFolder folder_;
  Connection connection_{make_file((folder_.path() / "scratch.db").string()),
                         Connection::Role::kWriter};
};

constexpr std::array<Migration, 3> kThree = {{
    {1, "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1)"},
    {2, "ALTER TABLE a ADD COLUMN y TEXT"},
    {3, "CREATE TABLE b (z TEXT) STRICT; CREATE INDEX b_z ON b (z)"},
}};

TEST(DatabaseMigrations, numbers_run_from_one_without_holes) {
  int expected = 0;
  for (const Migration& migration : embedded_migrations()) {
    EXPECT_EQ(migration.version, ++expected);
    EXPECT_FALSE(migration.sql.empty());
  }
  EXPECT_GE(expected, 1);
}

TEST(DatabaseMigrations, empty_file_gets_every_table) {
  Scratch scratch;
  ASSERT_TRUE(migrate(*scratch, embedded_migrations()).ok());
  for (const char* table :
       {"meta", "conversations", "events", "handoffs", "callbacks", "outbox", "agents", "sessions",
        "api_tokens", "sign_in_links", "drafts", "settings"}) {
    EXPECT_TRUE(scratch->tableExists(table)) << table;
  }
}

TEST(DatabaseMigrations, every_older_version_reaches_the_same_schema) {
  Scratch fresh;
  const auto all = embedded_migrations();
  ASSERT_TRUE(migrate(*fresh, all).ok());
  for (std::size_t from = 0; from <= all.size(); ++from) {
    Scratch old;
    ASSERT_TRUE(migrate(*old, all.first(from)).ok());
    ASSERT_TRUE(migrate(*old, all).ok());
    EXPECT_EQ(old.schema(), fresh.schema()) << "from version " << from;
    EXPECT_EQ(old.version(), static_cast<int>(all.size()));
  }
}

TEST(DatabaseMigrations, steps_are_applied_once_and_keep_the_data) {
  const std::span<const Migration> all = kThree;
  Scratch scratch;
  for (std::size_t upto = 1; upto <= all.size(); ++upto) {
    ASSERT_TRUE(migrate(*scratch, all.first(upto)).ok());
    EXPECT_EQ(scratch->execAndGet("SELECT count(*) FROM a").getInt(), 1);
  }
  ASSERT_TRUE(migrate(*scratch, all).ok());
  EXPECT_EQ(scratch.version(), 3);
}

TEST(DatabaseMigrations, a_failing_step_leaves_the_step_before_it) {
  const std::array<Migration, 2> broken = {
      {kThree[0], {2, "CREATE TABLE c (x INTEGER); INSERT INTO nowhere VALUES (1)"}}};
  Scratch scratch;
  const auto result = migrate(*scratch, broken);
  ASSERT_FALSE(result.ok());
  EXPECT_NE(result.error().message.find("migration 2"), std::string::npos);
  EXPECT_EQ(scratch.version(), 1);
  EXPECT_TRUE(scratch->tableExists("a"));
  EXPECT_FALSE(scratch->tableExists("c"));
  ASSERT_TRUE(migrate(*scratch, kThree).ok());
  EXPECT_EQ(scratch.version(), 3);
}

TEST(DatabaseMigrations, the_same_client_key_cannot_be_stored_twice_in_a_conversation) {
  Scratch scratch;
  ASSERT_TRUE(migrate(*scratch, embedded_migrations()).ok());
  scratch->exec("PRAGMA foreign_keys = OFF");  // the conversation's own row does not matter here
  const std::string event =
      "INSERT INTO events (conversation_id, seq, type, at, author, client_key, body) VALUES ";
  scratch->exec(event + "('c', 1, 'message', 1, 'visitor', 'visitor:1', '{}')");
  EXPECT_THROW(scratch->exec(event + "('c', 2, 'message', 1, 'visitor', 'visitor:1', '{}')"),
               SQLite::Exception);
  EXPECT_NO_THROW(scratch->exec(event + "('c', 2, 'taken_over', 1, 'system', NULL, '{}')"));
  EXPECT_NO_THROW(scratch->exec(event + "('c', 3, 'closed', 1, 'system', NULL, '{}')"));
}

}  // namespace
}  // namespace handoff
