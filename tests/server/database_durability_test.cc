#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "support/test_database.h"

namespace handoff {
namespace {

using testing::open_database;
using testing::put;
using testing::TempFolder;

/// Writes for ever from four threads and reports each acknowledged number through the pipe. Never
/// returns.
[[noreturn]] void write_until_killed(const std::filesystem::path& folder, int pipe_end) {
  const auto db = open_database(folder);
  std::vector<std::thread> writers;
  for (std::uint32_t w = 0; w < 4; ++w) {
    writers.emplace_back([&, w] {
      for (std::uint32_t i = w;; i += 4) {
        if (!db->write(put("k" + std::to_string(i), std::string(i % 700, 'v'))).ok()) _exit(1);
        if (write(pipe_end, &i, sizeof(i)) != sizeof(i)) _exit(1);
      }
    });
  }
  for (auto& writer : writers) writer.join();
  _exit(1);
}

/// Reads acknowledgements until there are `enough`, then kills, then reads what was still in the
/// pipe.
std::vector<std::uint32_t> acknowledged_before_kill(pid_t child, int pipe_end, std::size_t enough) {
  std::vector<std::uint32_t> numbers;
  std::uint32_t number = 0;
  bool killed = false;
  while (read(pipe_end, &number, sizeof(number)) == sizeof(number)) {
    numbers.push_back(number);
    if (killed || numbers.size() < enough) continue;
    kill(child, SIGKILL);
    killed = true;
  }
  return numbers;
}

bool stored(const Database& db, std::uint32_t number) {
  return db.read([&](Connection& connection) {
    auto query = connection.prepare("SELECT length(value) FROM meta WHERE key = ?");
    query->bind(1, "k" + std::to_string(number));
    return query->executeStep() && query->getColumn(0).getInt() == static_cast<int>(number % 700);
  });
}

TEST(DatabaseDurability, every_acknowledged_row_survives_kill_9) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 20; ++round) {
    TempFolder folder;
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) write_until_killed(folder.path(), ends[1]);
    close(ends[1]);
    const std::size_t enough = std::uniform_int_distribution<std::size_t>(1, 400)(random);
    const auto numbers = acknowledged_before_kill(child, ends[0], enough);
    close(ends[0]);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself, status " << status;
    ASSERT_GE(numbers.size(), enough);
    const auto db = open_database(folder.path());
    for (const std::uint32_t number : numbers) {
      ASSERT_TRUE(stored(*db, number)) << "round " << round << ", row " << number;
    }
  }
}

}  // namespace
}  // namespace handoff
