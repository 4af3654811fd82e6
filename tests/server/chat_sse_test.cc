#include <gtest/gtest.h>

#include <random>

#include "ai/sse_reader.h"

namespace handoff {
namespace {

using Events = std::vector<SseEvent>;

Events read_in_pieces(std::string_view text, std::size_t piece, SseReader reader = SseReader()) {
  Events events;
  for (; !text.empty(); text.remove_prefix(std::min(piece, text.size()))) {
    for (auto& event : reader.read(text.substr(0, piece))) events.push_back(std::move(event));
  }
  if (auto last = reader.finish()) events.push_back(std::move(*last));
  return events;
}

Events read(std::string_view text) { return read_in_pieces(text, text.size()); }

TEST(SseReader, takes_all_three_line_ends_also_mixed) {
  const Events expected = {{"", "a"}, {"", "b"}};
  EXPECT_EQ(read("data: a\n\ndata: b\n\n"), expected);
  EXPECT_EQ(read("data: a\r\n\r\ndata: b\r\n\r\n"), expected);
  EXPECT_EQ(read("data: a\r\rdata: b\r\r"), expected);
  EXPECT_EQ(read("data: a\r\n\ndata: b\n\r\n"), expected);
}

TEST(SseReader, passes_over_comments_and_unknown_fields) {
  EXPECT_EQ(read(": keep-alive\n\nid: 7\nretry: 10\nfoo\ndata: a\n: more\n\n"),
            (Events{{"", "a"}}));
}

TEST(SseReader, joins_the_lines_of_one_event_and_keeps_its_name) {
  EXPECT_EQ(read("event: error\ndata: a\ndata:b\ndata:  c\ndata\n\n"),
            (Events{{"error", "a\nb\n c\n"}}));
}

TEST(SseReader, an_event_without_data_is_none_and_its_name_does_not_stay) {
  EXPECT_EQ(read("event: ping\n\ndata: a\n\n"), (Events{{"", "a"}}));
}

TEST(SseReader, gives_out_what_stands_at_the_end_without_an_empty_line) {
  EXPECT_EQ(read("data: a\n\ndata: b"), (Events{{"", "a"}, {"", "b"}}));
  EXPECT_EQ(read("data: a\n\n: bye"), (Events{{"", "a"}}));
}

TEST(SseReader, a_byte_order_mark_may_stand_first_and_only_there) {
  EXPECT_EQ(read("\xEF\xBB\xBF"
                 "data: a\n\n"),
            (Events{{"", "a"}}));
  EXPECT_EQ(read("\n\xEF\xBB\xBF"
                 "data: a\n\n"),
            Events());
}

TEST(SseReader, pieces_of_any_size_give_the_same_events) {
  const std::string text =
      "\xEF\xBB\xBF: hi\r\nevent: x\r\ndata: ă€🚲\r\ndata: b\r\r\ndata: c\n\n\n\rdata: d";
  const Events whole = read(text);
  ASSERT_EQ(whole, (Events{{"x", "ă€🚲\nb"}, {"", "c"}, {"", "d"}}));
  for (std::size_t piece = 1; piece < text.size(); ++piece) {
    EXPECT_EQ(read_in_pieces(text, piece), whole) << piece;
  }
}

TEST(SseReader, stops_at_a_line_that_never_ends) {
  SseReader reader(100);
  for (int i = 0; i < 50; ++i) reader.read("data: aaa");
  EXPECT_TRUE(reader.too_long());
  EXPECT_TRUE(reader.read("\n\ndata: b\n\n").empty());
  EXPECT_EQ(reader.finish(), std::nullopt);
}

TEST(SseReader, stops_at_an_event_that_never_ends) {
  SseReader reader(100);
  for (int i = 0; i < 50; ++i) reader.read("data: aaa\n");
  EXPECT_TRUE(reader.too_long());
  EXPECT_TRUE(reader.read("\n\n").empty());
}

TEST(SseReader, random_bytes_do_no_harm) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::string alphabet =
      "d:at \r\n\xEF\xBB\xBF\x80"
      "e";
  for (int round = 0; round < 500; ++round) {
    std::string text = "data: ";
    for (int i = 0; i < 200; ++i) text += alphabet[random() % alphabet.size()];
    EXPECT_EQ(read_in_pieces(text, 1 + random() % 7), read(text));
  }
}

}  // namespace
}  // namespace handoff
