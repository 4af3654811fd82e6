#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/test_database.h"

namespace handoff {
namespace {

using testing::count;
using testing::open_database;
using testing::put;
using testing::TempFolder;

/// Keeps the writer busy with one job until released, so that what is queued meanwhile is known.
class Plug {
 public:
  explicit Plug(Database& db) {
    std::promise<void> started;
    auto running = started.get_future();
    db.write_async(
        [this, &started](Connection&) -> Result<Done> {
          started.set_value();
          released_.wait();
          return conflict("only a plug");
        },
        [this](const Result<Done>&) { ended_.set_value(); });
    running.wait();
  }
  void release_and_wait() {
    release_.set_value();
    ended_.get_future().wait();
  }

 private:
  std::promise<void> release_;
  std::shared_future<void> released_ = release_.get_future().share();
  std::promise<void> ended_;
};

DatabaseOptions with_groups_of(std::size_t jobs) {
  return {.writer = {.max_group_jobs = jobs, .max_group_time = std::chrono::hours(1)}};
}

TEST(DatabaseGroup, jobs_that_wait_together_share_one_commit) {
  TempFolder folder;
  auto db = open_database(folder.path(), with_groups_of(256));
  Plug plug(*db);
  std::atomic<int> done = 0;
  for (int i = 0; i < 100; ++i) {
    db->write_async(put("k" + std::to_string(i)), [&](const Result<Done>& r) { done += r.ok(); });
  }
  plug.release_and_wait();
  ASSERT_TRUE(db->write(put("last")).ok());
  EXPECT_EQ(done, 100);
  EXPECT_EQ(count(*db, "k"), 100);
  // 102 jobs; `last` may have come in time for the group, or after it.
  EXPECT_EQ(db->stats().jobs, 102u);
  EXPECT_LE(db->stats().groups, 2u);
}

TEST(DatabaseGroup, a_group_is_bounded_by_count) {
  TempFolder folder;
  auto db = open_database(folder.path(), with_groups_of(10));
  Plug plug(*db);
  for (int i = 0; i < 99; ++i) {
    db->write_async(put("k" + std::to_string(i)), [](const Result<Done>&) {});
  }
  plug.release_and_wait();
  ASSERT_TRUE(db->write(put("last")).ok());
  EXPECT_GE(db->stats().groups, 10u);
  EXPECT_EQ(count(*db, "k"), 99);
}

TEST(DatabaseGroup, a_group_is_bounded_by_time) {
  TempFolder folder;
  auto db = open_database(
      folder.path(),
      {.writer = {.max_group_jobs = 1000, .max_group_time = std::chrono::milliseconds(0)}});
  Plug plug(*db);
  for (int i = 0; i < 9; ++i) {
    db->write_async(put("k" + std::to_string(i)), [](const Result<Done>&) {});
  }
  plug.release_and_wait();
  ASSERT_TRUE(db->write(put("last")).ok());
  EXPECT_EQ(db->stats().groups, 11u);
}

TEST(DatabaseGroup, a_bad_job_does_not_hurt_the_others_in_its_group) {
  TempFolder folder;
  auto db = open_database(folder.path(), with_groups_of(256));
  Plug plug(*db);
  std::promise<ErrorCode> refused, thrown;
  db->write_async(put("before"), [](const Result<Done>&) {});
  db->write_async(
      [](Connection& tx) -> Result<Done> {
        [[maybe_unused]] const auto stored = put("bad1")(tx);
        return invalid("name", "missing");
      },
      [&](const Result<Done>& r) { refused.set_value(r.error().code); });
  db->write_async(
      [](Connection& tx) -> Result<Done> {
        [[maybe_unused]] const auto stored = put("bad2")(tx);
        throw std::logic_error("boom");
      },
      [&](const Result<Done>& r) { thrown.set_value(r.error().code); });
  db->write_async(put("after"), [](const Result<Done>&) {});
  plug.release_and_wait();
  EXPECT_EQ(refused.get_future().get(), ErrorCode::kInvalid);
  EXPECT_EQ(thrown.get_future().get(), ErrorCode::kInternal);
  ASSERT_TRUE(db->write(put("last")).ok());
  EXPECT_EQ(count(*db, "bad"), 0);
  EXPECT_EQ(count(*db, "before") + count(*db, "after"), 2);
}

TEST(DatabaseGroup, a_job_that_ends_the_transaction_itself_fails_its_group) {
  TempFolder folder;
  auto db = open_database(folder.path());
  const auto answer = db->write([](Connection& tx) -> Result<Done> {
    [[maybe_unused]] const auto stored = put("gone")(tx);
    tx.exec("ROLLBACK");
    return Done{};
  });
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kUnavailable);
  EXPECT_TRUE(db->write(put("next")).ok());
}

TEST(DatabaseGroup, a_full_queue_refuses_at_the_door) {
  TempFolder folder;
  auto db = open_database(folder.path(), {.writer = {.max_queued = 3}});
  Plug plug(*db);
  std::atomic<int> kept = 0, refused = 0;
  for (int i = 0; i < 5; ++i) {
    db->write_async(put("k" + std::to_string(i)),
                    [&](const Result<Done>& r) { r.ok() ? ++kept : ++refused; });
  }
  EXPECT_EQ(refused, 2);
  plug.release_and_wait();
  ASSERT_TRUE(db->write(put("last")).ok());
  EXPECT_EQ(kept, 3);
}

TEST(DatabaseGroup, closing_finishes_what_is_queued) {
  TempFolder folder;
  std::atomic<int> done = 0;
  {
    auto db = open_database(folder.path());
    for (int i = 0; i < 50; ++i) {
      db->write_async(put("k" + std::to_string(i)), [&](const Result<Done>& r) { done += r.ok(); });
    }
  }
  EXPECT_EQ(done, 50);
  EXPECT_EQ(count(*open_database(folder.path()), "k"), 50);
}

}  // namespace
}  // namespace handoff
