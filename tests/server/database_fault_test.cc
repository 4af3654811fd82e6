#include <gtest/gtest.h>

#include <future>
#include <string>

#include "support/faulty_disk.h"
#include "support/test_database.h"

namespace handoff {
namespace {

using testing::count;
using testing::FaultyDisk;
using testing::open_database;
using testing::put;
using testing::TempFolder;

TEST(DatabaseFault, a_full_disk_refuses_writes_goes_on_reading_and_heals) {
  FaultyDisk disk;
  TempFolder folder;
  const auto db = open_database(folder.path());
  ASSERT_TRUE(db->write(put("before")).ok());
  disk.fail_writes = SQLITE_FULL;
  for (int i = 0; i < 3; ++i) {
    const auto refused = db->write(put("lost"));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::kUnavailable);
    EXPECT_GT(refused.error().retry_after_seconds, 0);
  }
  EXPECT_EQ(count(*db, "before"), 1);
  EXPECT_EQ(count(*db, "lost"), 0);
  disk.fail_writes = 0;
  EXPECT_TRUE(db->write(put("healed")).ok());
  EXPECT_EQ(count(*db, "healed"), 1);
}

TEST(DatabaseFault, a_failing_sync_acknowledges_nothing_and_ends_all_writing) {
  FaultyDisk disk;
  TempFolder folder;
  std::promise<std::string> broken;
  const auto db = open_database(
      folder.path(),
      {.writer = {.on_broken = [&](const std::string& what) { broken.set_value(what); }}});
  disk.fail_syncs = SQLITE_IOERR_FSYNC;
  const auto refused = db->write(put("lost"));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kUnavailable);
  EXPECT_NE(broken.get_future().get().find(std::to_string(SQLITE_IOERR_FSYNC)), std::string::npos);
  disk.fail_syncs = 0;
  const auto later = db->write(put("later"));
  ASSERT_FALSE(later.ok());
  EXPECT_EQ(later.error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(count(*db, "la"), 0);
}

TEST(DatabaseFault, what_was_acknowledged_before_the_fault_is_there_after_a_restart) {
  FaultyDisk disk;
  TempFolder folder;
  {
    const auto db = open_database(folder.path());
    for (int i = 0; i < 20; ++i) ASSERT_TRUE(db->write(put("k" + std::to_string(i))).ok());
    disk.fail_syncs = SQLITE_IOERR_FSYNC;
    ASSERT_FALSE(db->write(put("unknown")).ok());
  }
  disk.fail_syncs = 0;
  const auto db = open_database(folder.path());
  EXPECT_EQ(count(*db, "k"), 20);
  EXPECT_TRUE(db->write(put("onwards")).ok());
}

}  // namespace
}  // namespace handoff
