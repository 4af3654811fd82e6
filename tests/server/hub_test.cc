#include "live/hub.h"

#include <gtest/gtest.h>

#include "live/sse.h"
#include "live/stream.h"

namespace handoff::live {
namespace {

StreamEvent event(std::int64_t seq) { return {seq, "message", std::to_string(seq)}; }

std::string frame(std::int64_t seq) { return render_event(event(seq), "1"); }

/// Plays the connection: takes what is there, as one text.
std::string drain(Stream& stream) {
  std::string text;
  do {
    for (const Frame& part : stream.take().frames) text += *part;
  } while (stream.written() && !stream.take().ended);
  return text;
}

OpenStream open(Hub& hub, Place place, Replay replay = {}) {
  return open_stream(hub, {.place = std::move(place), .replay = [replay] { return replay; }})
      .value();
}

const std::string kOpening = "retry: 3000\n\n";

TEST(Hub, delivers_to_the_topic_and_to_nobody_else) {
  Hub hub;
  OpenStream a = open(hub, {"a"});
  OpenStream b = open(hub, {"b"});
  hub.publish("a", event(1));
  hub.publish("c", event(1));
  EXPECT_EQ(drain(*a.stream), kOpening + frame(1));
  EXPECT_EQ(drain(*b.stream), kOpening);
}

TEST(Hub, knows_who_has_which_topic_open) {
  Hub hub;
  OpenStream a = open(hub, {"a", "agent/1"});
  OpenStream b = open(hub, {"b", "agent/2"});
  EXPECT_TRUE(hub.is_open("agent/1", "a"));
  EXPECT_FALSE(hub.is_open("agent/1", "b"));
  EXPECT_FALSE(hub.is_open("agent/3", "a"));
  EXPECT_FALSE(hub.is_open("agent/1", "c"));
  OpenStream more = open(hub, {"b", "agent/1"});
  EXPECT_TRUE(hub.is_open("agent/1", "b"));
}

TEST(Hub, shares_one_rendering_between_all_streams) {
  Hub hub;
  OpenStream a = open(hub, {"t"});
  OpenStream b = open(hub, {"t"});
  hub.publish("t", event(1));
  EXPECT_EQ(a.stream->take().frames.back(), b.stream->take().frames.back());
}

TEST(Hub, drops_live_events_that_the_replay_had) {
  Hub hub;
  auto opened = open_stream(hub, {.place = {"t"}, .replay = [&]() -> Result<Replay> {
                                    hub.publish("t", event(2));
                                    hub.publish("t", event(3));
                                    return Replay{{event(1), event(2)}, 0};
                                  }});
  EXPECT_EQ(drain(*opened->stream), kOpening + frame(1) + frame(2) + frame(3));
}

TEST(Hub, puts_neighbours_right_that_were_published_the_wrong_way_round) {
  Hub hub;
  OpenStream open_one = open(hub, {"t"});
  hub.publish("t", event(2));
  hub.publish("t", event(2));
  hub.publish("t", event(3));
  EXPECT_EQ(drain(*open_one.stream), kOpening);
  hub.publish("t", event(1));
  hub.publish("t", event(1));
  EXPECT_EQ(drain(*open_one.stream), frame(1) + frame(2) + frame(3));
}

TEST(Hub, ends_a_stream_whose_gap_is_not_filled) {
  Hub hub;
  OpenStream broken = open(hub, {"t"});
  drain(*broken.stream);
  hub.publish("t", event(2));
  for (int i = 0; i < 7; ++i) hub.sweep();
  EXPECT_FALSE(broken.stream->take().ended);
  broken.stream->written();
  hub.sweep();
  EXPECT_TRUE(broken.stream->take().ended);
}

TEST(Hub, leaves_a_stream_alone_whose_gap_was_filled) {
  Hub hub;
  OpenStream stream = open(hub, {"t"});
  hub.publish("t", event(2));
  hub.sweep();
  hub.publish("t", event(1));
  for (int i = 0; i < 30; ++i) hub.sweep();
  EXPECT_FALSE(stream.stream->take().ended);
}

TEST(Hub, sends_events_as_they_come_where_numbers_may_have_holes) {
  Hub hub;
  auto opened = open_stream(hub, {.place = {"t"},
                                  .replay =
                                      [] {
                                        return Replay{{}, 5};
                                      },
                                  .contiguous = false});
  for (const int seq : {9, 5, 7}) hub.publish("t", event(seq));
  EXPECT_EQ(drain(*opened->stream), kOpening + frame(9) + frame(7));
}

TEST(Hub, heartbeats_each_stream_once_a_turn) {
  Hub hub;
  OpenStream stream = open(hub, {"t"});
  drain(*stream.stream);
  std::string seen;
  for (int i = 0; i < 3 * 60; ++i) {
    hub.sweep();
    seen += drain(*stream.stream);
  }
  EXPECT_EQ(seen, ":\n\n:\n\n:\n\n");
  EXPECT_EQ(Hub({.heartbeat = std::chrono::seconds(15)}).tick(), std::chrono::milliseconds(250));
}

TEST(Hub, cuts_off_a_reader_whose_queue_is_full_but_not_for_its_backlog) {
  Hub hub;
  const StreamEvent big{1, "message", std::string(1'000'000, 'x')};
  OpenStream stream = open(hub, {"t"}, {{big}, 1});
  EXPECT_FALSE(stream.stream->cut_off());
  for (int seq = 2; seq < 6; ++seq) hub.publish("t", {seq, "message", std::string(60'000, 'x')});
  EXPECT_FALSE(stream.stream->cut_off());
  hub.publish("t", {6, "message", std::string(60'000, 'x')});
  EXPECT_TRUE(stream.stream->cut_off());
}

TEST(Hub, counts_and_caps_streams) {
  Hub hub({.streams = 3});
  OpenStream one = open(hub, {"t", "ann", 2});
  OpenStream two = open(hub, {"u", "ann", 2});
  const StreamPlan plan{.place = {"t", "ann", 2}, .replay = [] { return Replay{}; }};
  EXPECT_EQ(open_stream(hub, plan).error().code, ErrorCode::kTooMany);
  OpenStream three = open(hub, {"t", "bob", 2});
  EXPECT_EQ(open_stream(hub, {.place = {"t"}, .replay = plan.replay}).error().code,
            ErrorCode::kTooMany);
  EXPECT_EQ(hub.counts().open, 3U);
  EXPECT_EQ(hub.counts().refused, 2U);
  one.subscription.release();
  EXPECT_EQ(hub.counts().open, 2U);
  EXPECT_TRUE(open_stream(hub, plan).ok());
}

TEST(Hub, closes_by_topic_by_person_and_altogether) {
  Hub hub;
  OpenStream a = open(hub, {"a", "ann", 9});
  OpenStream b = open(hub, {"b", "ann", 9});
  OpenStream c = open(hub, {"c", "bob", 9});
  hub.close_topic("a");
  EXPECT_TRUE(a.stream->take().ended);
  EXPECT_FALSE(b.stream->take().ended);
  hub.close_principal("ann");
  EXPECT_TRUE(b.stream->take().ended);
  hub.close_all();
  const auto last = c.stream->take();
  EXPECT_TRUE(last.ended);
  EXPECT_EQ(last.frames.back()->rfind("retry: ", 0), 0U);
  EXPECT_EQ(open_stream(hub, {.place = {"a"}, .replay = [] { return Replay{}; }}).error().code,
            ErrorCode::kUnavailable);
}

TEST(Hub, wakes_the_writer_once_until_it_has_written) {
  Hub hub;
  OpenStream opened = open(hub, {"t"});
  int woken = 0;
  opened.stream->attach([&] { ++woken; });
  EXPECT_EQ(woken, 1);
  opened.stream->take();
  hub.publish("t", event(1));
  EXPECT_EQ(woken, 1);
  EXPECT_TRUE(opened.stream->written());
  opened.stream->take();
  EXPECT_FALSE(opened.stream->written());
  hub.publish("t", event(2));
  hub.publish("t", event(3));
  EXPECT_EQ(woken, 2);
}

TEST(Sse, renders_events_that_cannot_forge_fields) {
  EXPECT_EQ(render_event({7, "message", "{}"}, "g"), "id: g:7\nevent: message\ndata: {}\n\n");
  EXPECT_EQ(render_event({0, "typing", "{}"}, "g"), "event: typing\ndata: {}\n\n");
  EXPECT_EQ(render_event({7, "m", "{}", "opaque"}, "g"), "id: opaque\nevent: m\ndata: {}\n\n");
  EXPECT_EQ(render_event({1, "a\nid: 9", "x\r\ndata: y"}, "g"),
            "id: g:1\nevent: aid: 9\ndata: xdata: y\n\n");
}

TEST(Sse, reads_cursors) {
  using Kind = Cursor::Kind;
  EXPECT_EQ(parse_cursor("", "", "g"), (Cursor{Kind::kStart, 0}));
  EXPECT_EQ(parse_cursor("", "12", "g"), (Cursor{Kind::kAfter, 12}));
  EXPECT_EQ(parse_cursor("g:12", "3", "g"), (Cursor{Kind::kAfter, 12}));
  EXPECT_EQ(parse_cursor("a:b:4", "", "a:b"), (Cursor{Kind::kAfter, 4}));
  for (const char* odd :
       {"h:12", "g:", "g:-1", "g:+1", "g: 1", "12", "g:99999999999999999999", ":"}) {
    EXPECT_EQ(parse_cursor(odd, "", "g").kind, Kind::kUnknown) << odd;
  }
  EXPECT_EQ(parse_cursor("", "-1", "g").kind, Kind::kUnknown);
}

}  // namespace
}  // namespace handoff::live
