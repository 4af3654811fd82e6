#include <gtest/gtest.h>

#include <vector>

#include "support/http_server.h"

namespace handoff::testing {
namespace {

using std::chrono::milliseconds;

std::string frame(int seq) {
  const std::string number = std::to_string(seq);
  return "id: 1:" + number + "\nevent: message\ndata: {\"seq\":" + number + "}\n\n";
}

RawClient open_stream(HttpServer& server, std::string_view target, std::string_view headers = "") {
  RawClient client = server.client();
  client.send(get(target, headers));
  EXPECT_FALSE(client.read_through("retry: 3000\n\n").empty());
  return client;
}

TEST(HttpStream, has_the_head_that_proxies_need) {
  HttpServer server;
  RawClient client = server.client();
  const auto answer = client.ask(get("/stream/t"));
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->headers.at("content-type"), "text/event-stream");
  EXPECT_NE(answer->headers.at("cache-control").find("no-transform"), std::string::npos);
  EXPECT_EQ(answer->headers.at("x-accel-buffering"), "no");
  EXPECT_EQ(answer->headers.at("x-before"), "yes");
  EXPECT_EQ(answer->headers.count("content-length"), 0U);
}

TEST(HttpStream, sends_the_backlog_and_then_goes_live) {
  HttpServer server;
  server.log.append();
  server.log.append();
  RawClient client = open_stream(server, "/stream/t");
  EXPECT_EQ(client.read_through(frame(2)), frame(1) + frame(2));
  server.hub.publish("t", server.log.append());
  EXPECT_EQ(client.read_through(frame(3)), frame(3));
  server.hub.publish("t", {0, "typing", "{}"});
  EXPECT_EQ(client.read_through("\n\n"), "event: typing\ndata: {}\n\n");
}

TEST(HttpStream, resumes_after_the_last_event_id) {
  HttpServer server;
  for (int i = 0; i < 5; ++i) server.log.append();
  RawClient by_header = open_stream(server, "/stream/t", "Last-Event-ID: 1:3\r\n");
  EXPECT_EQ(by_header.read_through(frame(5)), frame(4) + frame(5));
  RawClient by_query = open_stream(server, "/stream/t?after=4");
  EXPECT_EQ(by_query.read_through(frame(5)), frame(5));
}

TEST(HttpStream, is_kept_warm_by_comments) {
  HttpServer server({.hub = {.heartbeat = milliseconds(60)}});
  RawClient client = open_stream(server, "/stream/t");
  EXPECT_EQ(client.read_through(":\n\n:\n\n"), ":\n\n:\n\n");
}

TEST(HttpStream, a_client_that_goes_is_noticed_at_once) {
  HttpServer server;
  { RawClient client = open_stream(server, "/stream/t"); }
  EXPECT_TRUE(eventually([&] { return server.hub.counts().open == 0; }));
  RawClient half = open_stream(server, "/stream/t");
  half.finish();
  EXPECT_TRUE(half.closed_by_server());
}

TEST(HttpStream, a_slow_reader_is_cut_off_and_holds_up_nobody) {
  HttpServer server;
  RawClient slow(server.port(), 2048);
  slow.send(get("/stream/t"));
  RawClient good = open_stream(server, "/stream/t");
  ASSERT_TRUE(eventually([&] { return server.hub.counts().open == 2; }));
  const std::string data(60'000, 'x');
  int sent = 0;
  while (server.hub.counts().open == 2 && sent < 500) {
    server.hub.publish("t", {++sent, "message", data});
    ASSERT_FALSE(good.read_through("id: 1:" + std::to_string(sent) + "\n").empty());
  }
  EXPECT_TRUE(eventually([&] { return server.hub.counts().open == 1; }));
  EXPECT_LT(sent, 100);
}

TEST(HttpStream, one_person_may_open_only_so_many) {
  HttpServer server;
  RawClient first = open_stream(server, "/stream/t?who=ann");
  RawClient second = open_stream(server, "/stream/t?who=ann");
  RawClient third = server.client();
  const auto refused = third.ask(get("/stream/t?who=ann"));
  EXPECT_EQ(refused->status, 429);
  EXPECT_EQ(refused->headers.count("retry-after"), 1U);
  EXPECT_EQ(third.ask(get("/healthz"))->status, 200) << "a refused stream keeps its connection";
  RawClient other = open_stream(server, "/stream/t?who=bob");
  { RawClient gone = std::move(first); }
  EXPECT_TRUE(eventually([&] {
    RawClient again = server.client();
    again.send(get("/stream/t?who=ann"));
    return again.read_through("\r\n").find("200") != std::string::npos;
  }));
}

TEST(HttpStream, logging_out_ends_the_streams_of_one_person) {
  HttpServer server;
  RawClient ann = open_stream(server, "/stream/t?who=ann");
  RawClient bob = open_stream(server, "/stream/t?who=bob");
  server.hub.close_principal("ann");
  EXPECT_TRUE(ann.closed_by_server());
  server.hub.publish("t", server.log.append());
  EXPECT_EQ(bob.read_through(frame(1)), frame(1));
}

TEST(HttpStream, a_thousand_streams_hear_one_event) {
  HttpServer server({.listener = {.connections_per_address = 0}});
  std::vector<RawClient> clients;
  for (int i = 0; i < 1000; ++i) clients.push_back(open_stream(server, "/stream/t"));
  EXPECT_EQ(server.listener.counters().streams, 1000);
  server.hub.publish("t", server.log.append());
  for (RawClient& client : clients) ASSERT_EQ(client.read_through(frame(1)), frame(1));
}

TEST(HttpLongPoll, answers_at_once_when_there_is_something) {
  HttpServer server;
  server.log.append();
  const auto answer = server.client().ask(get("/poll/t?after=0"));
  EXPECT_EQ(answer->body, R"({"events":1,"as_of_seq":1})");
  EXPECT_EQ(answer->headers.at("x-before"), "yes");
  EXPECT_EQ(answer->headers.at("cache-control"), "no-store");
}

TEST(HttpLongPoll, waits_for_the_next_event_without_a_thread) {
  HttpServer server({.listener = {.workers = 1}});
  std::vector<RawClient> clients;
  for (int i = 0; i < 20; ++i) {
    clients.push_back(server.client());
    clients.back().send(get("/poll/t?wait=600000"));
  }
  ASSERT_TRUE(eventually([&] { return server.hub.counts().open == 20; }));
  EXPECT_EQ(server.client().ask(get("/healthz"))->status, 200);
  server.hub.publish("t", {0, "typing", "{}"});
  server.hub.publish("t", server.log.append());
  for (RawClient& client : clients) {
    EXPECT_EQ(client.answer()->body, R"({"events":1,"as_of_seq":1})");
    EXPECT_EQ(client.ask(get("/healthz"))->status, 200) << "the connection lives on";
  }
  EXPECT_EQ(server.hub.counts().open, 0U);
}

TEST(HttpLongPoll, answers_with_nothing_when_the_time_ran_out) {
  HttpServer server;
  EXPECT_EQ(server.client().ask(get("/poll/t?wait=20"))->body, R"({"events":0,"as_of_seq":0})");
}

TEST(HttpLongPoll, keeps_a_pipelined_request_for_later) {
  HttpServer server;
  RawClient client = server.client();
  client.send(get("/poll/t?wait=600000") + get("/count"));
  ASSERT_TRUE(eventually([&] { return server.hub.counts().open == 1; }));
  client.send(get("/count"));
  server.hub.publish("t", server.log.append());
  EXPECT_EQ(client.answer()->body, R"({"events":1,"as_of_seq":1})");
  EXPECT_EQ(client.answer()->body, "1");
  EXPECT_EQ(client.answer()->body, "2");
}

TEST(HttpLongPoll, a_client_that_goes_gives_its_place_back) {
  HttpServer server;
  {
    RawClient client = server.client();
    client.send(get("/poll/t?wait=600000"));
    ASSERT_TRUE(eventually([&] { return server.hub.counts().open == 1; }));
  }
  EXPECT_TRUE(eventually([&] { return server.hub.counts().open == 0; }));
  EXPECT_TRUE(eventually([&] { return server.listener.counters().connections == 0; }));
}

TEST(HttpLongPoll, counts_against_the_same_cap_as_streams) {
  HttpServer server;
  RawClient first = open_stream(server, "/stream/t?who=ann");
  RawClient second = open_stream(server, "/stream/t?who=ann");
  EXPECT_EQ(server.client().ask(get("/poll/t?who=ann"))->status, 429);
}

}  // namespace
}  // namespace handoff::testing
