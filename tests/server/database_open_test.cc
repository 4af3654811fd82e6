#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "support/test_database.h"

namespace handoff {
namespace {

using testing::open_database;
using testing::put;
using testing::TempFolder;
namespace fs = std::filesystem;

std::string refusal(const fs::path& folder) {
  const auto database = Database::open(folder);
  if (database.ok()) return "opened";
  EXPECT_EQ(database.error().code, ErrorCode::kUnavailable);
  return database.error().message;
}

bool says(const std::string& message, const std::string& words) {
  return message.find(words) != std::string::npos;
}

void poke(const fs::path& folder, const std::string& sql) {
  SQLite::Database(folder / "handoff.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

TEST(DatabaseOpen, makes_the_folder_for_its_owner_alone) {
  TempFolder temp;
  const fs::path folder = temp.path() / "new" / "data";
  ASSERT_TRUE(Database::open(folder).ok());
  EXPECT_EQ(fs::status(folder).permissions(), fs::perms::owner_all);
  EXPECT_EQ(fs::status(folder / "handoff.db").permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST(DatabaseOpen, a_second_open_of_the_folder_is_refused_and_names_the_holder) {
  TempFolder folder;
  const auto first = open_database(folder.path());
  const std::string message = refusal(folder.path());
  EXPECT_TRUE(says(message, "in use by another handoff process")) << message;
  EXPECT_TRUE(says(message, std::to_string(getpid()))) << message;
}

TEST(DatabaseOpen, the_folder_is_free_again_after_closing) {
  TempFolder folder;
  open_database(folder.path()).reset();
  EXPECT_EQ(refusal(folder.path()), "opened");
}

TEST(DatabaseOpen, a_read_only_folder_is_refused) {
  TempFolder folder;
  fs::permissions(folder.path(), fs::perms(0555));
  const pid_t child = fork();
  if (child == 0) {
    // Root may write anywhere, so the child becomes nobody first.
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(3);
    _exit(says(refusal(folder.path()), "cannot be written") ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(DatabaseOpen, a_path_that_is_a_file_is_refused) {
  TempFolder folder;
  std::ofstream(folder.path() / "file") << "x";
  EXPECT_TRUE(says(refusal(folder.path() / "file"), "data folder"));
}

TEST(DatabaseOpen, a_file_of_noise_is_refused_as_damaged) {
  TempFolder folder;
  std::ofstream(folder.path() / "handoff.db") << std::string(8192, '?');
  const std::string message = refusal(folder.path());
  EXPECT_TRUE(says(message, "damaged")) << message;
  EXPECT_TRUE(says(message, "handoff.db")) << message;
}

TEST(DatabaseOpen, a_page_overwritten_in_the_middle_is_found) {
  TempFolder folder;
  {
    const auto db = open_database(folder.path());
    for (int i = 0; i < 200; ++i) {
      ASSERT_TRUE(db->write(put("k" + std::to_string(i), std::string(500, 'v'))).ok());
    }
  }
  const fs::path file = folder.path() / "handoff.db";
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  const auto pages = fs::file_size(file) / 4096;
  ASSERT_GT(pages, 20u);
  for (auto page = pages - 10; page < pages; ++page) {
    stream.seekp(static_cast<std::streamoff>(page * 4096));
    stream << std::string(4096, '\x05');
  }
  stream.close();
  EXPECT_TRUE(says(refusal(folder.path()), "damaged"));
}

TEST(DatabaseOpen, a_newer_schema_is_refused) {
  TempFolder folder;
  open_database(folder.path()).reset();
  poke(folder.path(), "PRAGMA user_version = 9999");
  const std::string message = refusal(folder.path());
  EXPECT_TRUE(says(message, "newer version")) << message;
  EXPECT_TRUE(says(message, "9999")) << message;
}

TEST(DatabaseOpen, somebody_elses_database_is_refused_and_left_alone) {
  TempFolder folder;
  poke(folder.path(), "CREATE TABLE recipes (name TEXT)");
  EXPECT_TRUE(says(refusal(folder.path()), "not a Handoff database"));
  SQLite::Database check(folder.path() / "handoff.db");
  EXPECT_TRUE(check.tableExists("recipes"));
  EXPECT_FALSE(check.tableExists("meta"));
}

}  // namespace
}  // namespace handoff
