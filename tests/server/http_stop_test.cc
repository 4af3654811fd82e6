#include <gtest/gtest.h>

#include <thread>

#include "support/http_server.h"

namespace handoff::testing {
namespace {

using std::chrono::milliseconds;
constexpr auto kLong = std::chrono::minutes(5);

TEST(HttpStop, running_requests_finish_and_idle_connections_close) {
  HttpServer server;
  RawClient idle = server.client();
  ASSERT_EQ(idle.ask(get("/healthz"))->status, 200);
  RawClient busy = server.client();
  busy.send(get("/block"));
  server.wait_at_gate(1);
  std::thread stopping([&] { server.listener.stop(kLong); });
  EXPECT_TRUE(idle.closed_by_server());
  server.open_gate();
  const auto answer = busy.answer();
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->body, "through");
  EXPECT_TRUE(busy.closed_by_server());
  { RawClient done = std::move(busy); }
  stopping.join();
  EXPECT_FALSE(server.client().connected());
}

TEST(HttpStop, streams_end_with_a_retry_hint) {
  HttpServer server;
  RawClient client = server.client();
  client.send(get("/stream/t"));
  ASSERT_FALSE(client.read_through("retry: 3000\n\n").empty());
  std::thread stopping([&] { server.listener.stop(kLong); });
  const auto rest = client.read_to_end();
  stopping.join();
  ASSERT_TRUE(rest.has_value());
  EXPECT_EQ(rest->rfind("retry: ", 0), 0U) << *rest;
}

TEST(HttpStop, long_polls_are_answered) {
  HttpServer server;
  RawClient client = server.client();
  client.send(get("/poll/t?wait=600000"));
  ASSERT_TRUE(eventually([&] { return server.hub.counts().open == 1; }));
  std::thread stopping([&] { server.listener.stop(kLong); });
  const auto answer = client.answer();
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->body, R"({"events":0,"as_of_seq":0})");
  EXPECT_TRUE(client.closed_by_server());
  { RawClient done = std::move(client); }
  stopping.join();
}

TEST(HttpStop, the_grace_has_an_end) {
  HttpServer server;
  RawClient client = server.client();
  client.send("POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\n");
  ASSERT_TRUE(eventually([&] { return server.listener.counters().connections == 1; }));
  server.listener.stop(milliseconds(20));
  EXPECT_TRUE(client.closed_by_server());
}

TEST(HttpStop, a_second_call_ends_the_grace) {
  HttpServer server;
  RawClient client = server.client();
  client.send(
      "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
  ASSERT_EQ(client.answer()->status, 100);
  RawClient idle = server.client();
  ASSERT_EQ(idle.ask(get("/healthz"))->status, 200);
  std::thread first([&] { server.listener.stop(kLong); });
  ASSERT_TRUE(idle.closed_by_server());
  server.listener.stop(kLong);
  first.join();
  EXPECT_TRUE(client.closed_by_server());
}

TEST(HttpStop, destruction_with_everything_open_is_clean) {
  HttpServer server;
  RawClient stream = server.client();
  stream.send(get("/stream/t"));
  ASSERT_FALSE(stream.read_through("retry: 3000\n\n").empty());
  RawClient poll = server.client();
  poll.send(get("/poll/t?wait=600000"));
  ASSERT_TRUE(eventually([&] { return server.hub.counts().open == 2; }));
  RawClient half = server.client();
  half.send("GET /");
}

}  // namespace
}  // namespace handoff::testing
