#include <gtest/gtest.h>

#include <algorithm>
#include <latch>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "live/hub.h"
#include "live/sse.h"
#include "live/stream.h"
#include "support/event_log.h"

// The seam between the backlog and the live events, under writers that race with subscribers and
// with each other.
namespace handoff::live {
namespace {

constexpr int kEvents = 400;

std::string drain(Stream& stream) {
  std::string text;
  do {
    for (const Frame& part : stream.take().frames) text += *part;
  } while (stream.written());
  return text;
}

std::vector<std::int64_t> ids_in(const std::string& text) {
  std::vector<std::int64_t> ids;
  for (auto at = text.find("id: 1:"); at != std::string::npos; at = text.find("id: 1:", at + 1)) {
    ids.push_back(std::stoll(text.substr(at + 6)));
  }
  return ids;
}

/// Opens streams at random cursors while the writers run, and keeps them to the end.
struct Reader {
  std::vector<std::pair<std::int64_t, OpenStream>> streams;

  void run(Hub& hub, const testing::EventLog& log, unsigned seed) {
    std::mt19937 random(seed);
    do {
      const auto cursor =
          static_cast<std::int64_t>(random() % static_cast<unsigned>(log.size() + 1));
      auto opened = open_stream(hub, {.place = {"t"}, .replay = [&]() -> Result<Replay> {
                                        return Replay{log.after(cursor), cursor};
                                      }});
      ASSERT_TRUE(opened.ok());
      if (streams.size() < 200) streams.emplace_back(cursor, std::move(opened).value());
    } while (log.size() < kEvents);
  }
};

TEST(HubSeam, every_stream_has_every_event_after_its_cursor_once_and_in_order) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  Hub hub;
  testing::EventLog log;
  std::vector<std::thread> threads;
  std::vector<Reader> readers(2);
  std::latch all_are_there(
      4);  // On a busy machine the writers would be done before a reader begins.
  for (unsigned i = 0; i < readers.size(); ++i) {
    threads.emplace_back([&, i] {
      all_are_there.arrive_and_wait();
      readers[i].run(hub, log, seed + i);
    });
  }
  for (int writer = 0; writer < 2; ++writer) {
    threads.emplace_back([&] {
      all_are_there.arrive_and_wait();
      for (int i = 0; i < kEvents / 2; ++i) hub.publish("t", log.append());
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::size_t checked = 0;
  for (Reader& reader : readers) {
    for (auto& [cursor, opened] : reader.streams) {
      std::vector<std::int64_t> expected;
      for (std::int64_t seq = cursor + 1; seq <= kEvents; ++seq) expected.push_back(seq);
      ASSERT_EQ(ids_in(drain(*opened.stream)), expected) << "cursor " << cursor;
      ++checked;
    }
  }
  EXPECT_GT(checked, 0U);
}

}  // namespace
}  // namespace handoff::live
