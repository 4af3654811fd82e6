#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support/test_database.h"

namespace handoff {
namespace {

using testing::count;
using testing::open_database;
using testing::put;
using testing::TempFolder;

TEST(Database, reads_its_own_writes) {
  TempFolder folder;
  const auto db = open_database(folder.path());
  for (int i = 0; i < 50; ++i) {
    ASSERT_TRUE(db->write(put("k" + std::to_string(i))).ok());
    EXPECT_EQ(count(*db, "k"), i + 1);
  }
}

TEST(Database, answers_what_the_job_answers) {
  TempFolder folder;
  const auto db = open_database(folder.path());
  const Result<std::string> answer = db->write([](SQLite::Database& tx) -> Result<std::string> {
    return tx.execAndGet("SELECT 'x' || 'y'").getString();
  });
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(*answer, "xy");
}

TEST(Database, keeps_data_and_generation_over_a_restart) {
  TempFolder folder;
  std::string generation;
  {
    const auto db = open_database(folder.path());
    generation = db->generation();
    ASSERT_TRUE(db->write(put("kept")).ok());
  }
  const auto db = open_database(folder.path());
  EXPECT_EQ(generation.size(), 16u);
  EXPECT_EQ(db->generation(), generation);
  EXPECT_EQ(count(*db, "kept"), 1);
}

TEST(Database, two_databases_have_different_generations) {
  TempFolder one, two;
  EXPECT_NE(open_database(one.path())->generation(), open_database(two.path())->generation());
}

TEST(Database, a_refused_job_leaves_nothing_behind) {
  TempFolder folder;
  const auto db = open_database(folder.path());
  const auto answer = db->write([](Connection& tx) -> Result<Done> {
    [[maybe_unused]] const auto stored = put("half")(tx);
    return conflict("taken", {"a1", "Ana"});
  });
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kConflict);
  EXPECT_EQ(answer.error().owner.name, "Ana");
  EXPECT_EQ(count(*db, "half"), 0);
}

TEST(Database, a_throwing_job_is_undone_and_answered) {
  TempFolder folder;
  const auto db = open_database(folder.path());
  const auto answer = db->write([](Connection& tx) -> Result<Done> {
    [[maybe_unused]] const auto stored = put("half")(tx);
    throw std::runtime_error("boom");
  });
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kInternal);
  EXPECT_NE(answer.error().message.find("boom"), std::string::npos);
  EXPECT_EQ(count(*db, "half"), 0);
  EXPECT_TRUE(db->write(put("after")).ok());
}

TEST(Database, a_broken_constraint_is_a_conflict) {
  TempFolder folder;
  const auto db = open_database(folder.path());
  ASSERT_TRUE(db->write(put("once")).ok());
  const auto again = db->write(put("once"));
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().code, ErrorCode::kConflict);
}

TEST(Database, foreign_keys_are_enforced) {
  TempFolder folder;
  const auto db = open_database(folder.path());
  const auto orphan = db->write([](Connection& tx) -> Result<Done> {
    tx.exec("INSERT INTO drafts (conversation_id, epoch, at, body) VALUES ('none', 1, 1, '{}')");
    return Done{};
  });
  ASSERT_FALSE(orphan.ok());
  EXPECT_EQ(orphan.error().code, ErrorCode::kConflict);
}

TEST(Database, write_from_inside_a_job_is_refused_instead_of_hanging) {
  TempFolder folder;
  const auto db = open_database(folder.path());
  const auto outer = db->write(
      [&](Connection&) -> Result<ErrorCode> { return db->write(put("inner")).error().code; });
  ASSERT_TRUE(outer.ok());
  EXPECT_EQ(*outer, ErrorCode::kInternal);
}

TEST(Database, readers_cannot_write) {
  TempFolder folder;
  const auto db = open_database(folder.path());
  const auto answer = db->read([](Connection& reader) { return put("sneaky")(reader); });
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(count(*db, "sneaky"), 0);
}

TEST(Database, a_read_sees_one_moment) {
  TempFolder folder;
  const auto db = open_database(folder.path());
  const auto query = [](Connection& c) {
    return c.execAndGet("SELECT count(*) FROM meta").getInt();
  };
  db->read([&](Connection& reader) {
    const int before = query(reader);
    EXPECT_TRUE(db->write(put("meanwhile")).ok());
    EXPECT_EQ(query(reader), before);
    return 0;
  });
  EXPECT_EQ(count(*db, "meanwhile"), 1);
}

TEST(Database, the_same_statement_may_be_leased_twice_at_a_time) {
  TempFolder folder;
  const auto db = open_database(folder.path());
  const int sum = db->read([](Connection& c) {
    const std::string sql = "SELECT ?";
    auto outer = c.prepare(sql);
    outer->bind(1, 40);
    outer->executeStep();
    auto inner = c.prepare(sql);
    inner->bind(1, 2);
    inner->executeStep();
    return outer->getColumn(0).getInt() + inner->getColumn(0).getInt();
  });
  EXPECT_EQ(sum, 42);
}

TEST(Database, every_concurrent_writer_gets_its_own_answer) {
  TempFolder folder;
  const auto db = open_database(folder.path());
  std::atomic<int> right = 0;
  std::vector<std::thread> writers;
  for (int w = 0; w < 8; ++w) {
    writers.emplace_back([&, w] {
      for (int i = 0; i < 100; ++i) {
        const int wanted = w * 1000 + i;
        const auto answer = db->write([&](Connection& tx) -> Result<int> {
          [[maybe_unused]] const auto stored = put("w" + std::to_string(wanted))(tx);
          if (i % 10 == 0) return conflict("every tenth");
          return wanted;
        });
        if (i % 10 == 0 ? !answer.ok() : answer.ok() && *answer == wanted) ++right;
      }
    });
  }
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(right, 800);
  EXPECT_EQ(count(*db, "w"), 720);
}

}  // namespace
}  // namespace handoff
