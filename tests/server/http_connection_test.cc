#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "support/http_server.h"

namespace handoff::testing {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

TEST(HttpConnection, keeps_alive_for_many_requests) {
  HttpServer server;
  RawClient client = server.client();
  for (int i = 1; i <= 200; ++i) {
    ASSERT_EQ(client.ask(get("/count"))->body, std::to_string(i));
  }
  EXPECT_EQ(server.listener.counters().accepted, 1U);
  EXPECT_EQ(server.listener.counters().answers[200], 200U);
}

TEST(HttpConnection, answers_pipelined_requests_in_order) {
  HttpServer server;
  RawClient client = server.client();
  std::string all;
  for (int i = 0; i < 50; ++i) all += post("/echo", "body " + std::to_string(i)) + get("/count");
  client.send(all);
  for (int i = 0; i < 50; ++i) {
    ASSERT_EQ(client.answer()->body, "body " + std::to_string(i));
    ASSERT_EQ(client.answer()->status, 200);
  }
}

TEST(HttpConnection, reads_a_request_that_comes_byte_by_byte) {
  HttpServer server;
  RawClient client = server.client();
  for (const char byte : post("/echo", "hello")) client.send({&byte, 1});
  EXPECT_EQ(client.answer()->body, "hello");
}

TEST(HttpConnection, ignores_one_empty_line_before_a_request) {
  HttpServer server;
  RawClient client = server.client();
  EXPECT_EQ(client.ask("\r\n" + get("/healthz"))->status, 200);
  EXPECT_EQ(client.ask("\r\n" + get("/healthz"))->status, 200);
}

TEST(HttpConnection, promises_to_read_the_body_only_when_it_will) {
  HttpServer server;
  RawClient client = server.client();
  const std::string head =
      "POST /echo HTTP/1.1\r\nHost: test\r\nExpect: 100-continue\r\nContent-Length: ";
  EXPECT_EQ(client.ask(head + "5\r\n\r\n")->status, 100);
  EXPECT_EQ(client.ask("hello")->body, "hello");
  EXPECT_EQ(client.ask(head + "99999\r\n\r\n")->status, 413);
}

TEST(HttpConnection, closes_when_asked_to) {
  HttpServer server;
  RawClient client = server.client();
  EXPECT_EQ(client.ask(get("/healthz", "Connection: Close\r\n"))->headers.at("connection"),
            "close");
  EXPECT_TRUE(client.closed_by_server());
}

TEST(HttpConnection, sixty_four_idle_clients_starve_nobody) {
  HttpServer server({.listener = {.workers = 2}});
  std::vector<RawClient> idle;
  for (int i = 0; i < 64; ++i) {
    idle.push_back(server.client());
    ASSERT_EQ(idle.back().ask(get("/healthz"))->status, 200);
  }
  EXPECT_EQ(server.client().ask(get("/count"))->body, "1");
  for (RawClient& client : idle) EXPECT_EQ(client.ask(get("/healthz"))->status, 200);
}

TEST(HttpConnection, an_idle_connection_is_closed_in_the_end) {
  HttpServer server({.listener = {.idle_deadline = milliseconds(30)}});
  RawClient client = server.client();
  EXPECT_EQ(client.ask(get("/healthz"))->status, 200);
  EXPECT_TRUE(client.closed_by_server());
}

TEST(HttpConnection, a_silent_newcomer_is_closed_at_the_deadline) {
  HttpServer server({.listener = {.request_deadline = milliseconds(30)}});
  EXPECT_TRUE(server.client().closed_by_server());
}

TEST(HttpConnection, an_unfinished_request_is_answered_408_at_the_deadline) {
  HttpServer server({.listener = {.request_deadline = milliseconds(500)}});
  RawClient client = server.client();
  EXPECT_EQ(client.ask("POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nab")->status,
            408);
  EXPECT_TRUE(client.closed_by_server());
  EXPECT_EQ(server.executed, 0);
}

TEST(HttpConnection, dripping_clients_are_closed_and_disturb_nobody) {
  HttpServer server({.listener = {.request_deadline = milliseconds(2000)}});
  std::vector<RawClient> slow;
  for (int i = 0; i < 200; ++i) {
    slow.push_back(server.client());
    slow.back().send("GET /healthz HTTP/1.1\r\nX-Slow: ");
  }
  RawClient healthy = server.client();
  std::vector<Clock::duration> times;
  const auto until = Clock::now() + milliseconds(800);
  while (Clock::now() < until) {
    for (RawClient& client : slow) client.send("a");
    const auto start = Clock::now();
    const auto answer = healthy.ask(get("/healthz"));
    ASSERT_TRUE(answer.has_value());
    ASSERT_EQ(answer->status, 200);
    times.push_back(Clock::now() - start);
  }
  // The median, because a busy machine may stop any one of them; the benchmark measures the tail.
  std::sort(times.begin(), times.end());
  EXPECT_LT(times[times.size() / 2], milliseconds(200));
  for (RawClient& client : slow) EXPECT_TRUE(client.closed_by_server());
  EXPECT_GT(server.listener.counters().answers[408], 0U);
}

TEST(HttpConnection, one_address_gets_only_its_share) {
  HttpServer server({.listener = {.connections_per_address = 256}});
  std::vector<RawClient> clients;
  for (int i = 0; i < 256; ++i) {
    clients.push_back(server.client());
    ASSERT_EQ(clients.back().ask(get("/healthz"))->status, 200);
  }
  RawClient refused = server.client();
  const auto answer = refused.answer();
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->status, 429);
  EXPECT_EQ(answer->headers.count("retry-after"), 1U);
  EXPECT_TRUE(refused.closed_by_server());
  std::vector<RawClient> more;
  for (int i = 0; i < 44; ++i) more.push_back(server.client());
  for (RawClient& client : more) EXPECT_TRUE(client.closed_by_server());
  clients.pop_back();
  EXPECT_TRUE(eventually([&] {
    const auto again = server.client().ask(get("/healthz"));
    return again && again->status == 200;
  }));
}

TEST(HttpConnection, a_trusted_proxy_is_not_an_address_with_a_share) {
  HttpServer server(
      {.listener = {.connections_per_address = 2}, .router = {.trusted_proxies = {"127.0.0.1"}}});
  std::vector<RawClient> clients;
  for (int i = 0; i < 10; ++i) {
    clients.push_back(server.client());
    EXPECT_EQ(clients.back().ask(get("/healthz"))->status, 200);
  }
}

TEST(HttpConnection, the_whole_server_has_a_cap_too) {
  HttpServer server({.listener = {.connections = 3}});
  std::vector<RawClient> clients;
  for (int i = 0; i < 3; ++i) {
    clients.push_back(server.client());
    ASSERT_EQ(clients.back().ask(get("/healthz"))->status, 200);
  }
  EXPECT_EQ(server.client().answer()->status, 503);
}

TEST(HttpConnection, ten_thousand_resets_leave_it_serving) {
  HttpServer server({.listener = {.connections_per_address = 0}});
  for (int i = 0; i < 10'000; ++i) {
    RawClient client = server.client();
    if (i % 3 == 1) client.send("GET /healthz HTTP/1.1\r\n");
    if (i % 3 == 2) client.send(get("/healthz"));
    client.reset();
  }
  EXPECT_EQ(server.client().ask(get("/healthz"))->status, 200);
  EXPECT_TRUE(eventually([&] { return server.listener.counters().connections <= 1; }));
}

TEST(HttpConnection, running_out_of_descriptors_stops_accepting_only_for_a_while) {
  HttpServer server;
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  rlimit low = before;
  low.rlim_cur = 512;
  setrlimit(RLIMIT_NOFILE, &low);
  std::vector<int> taken;
  for (int copy = dup(0); copy >= 0; copy = dup(0)) taken.push_back(copy);
  ASSERT_FALSE(taken.empty());
  close(taken.back());
  taken.pop_back();
  RawClient client = server.client();
  ASSERT_TRUE(client.connected());
  EXPECT_TRUE(eventually([&] { return server.listener.counters().accept_errors > 0; }));
  for (const int copy : taken) close(copy);
  setrlimit(RLIMIT_NOFILE, &before);
  EXPECT_EQ(client.ask(get("/healthz"))->status, 200);
}

TEST(HttpConnection, a_full_queue_answers_503_instead_of_waiting) {
  HttpServer server({.listener = {.workers = 1, .queue = 1}});
  RawClient running = server.client();
  running.send(get("/block"));
  server.wait_at_gate(1);
  std::vector<RawClient> waiting;
  std::size_t busy = 0;
  for (int i = 0; i < 3; ++i) {
    waiting.push_back(server.client());
    waiting.back().send(get("/healthz"));
  }
  EXPECT_TRUE(eventually([&] { return server.listener.counters().answers[503] == 2; }));
  server.open_gate();
  EXPECT_EQ(running.answer()->body, "through");
  for (RawClient& client : waiting) busy += client.answer()->status == 503 ? 1 : 0;
  EXPECT_EQ(busy, 2U);
}

TEST(HttpConnection, a_large_answer_reaches_a_slow_reader_whole) {
  HttpServer server;
  RawClient client(server.port(), 4096);
  EXPECT_EQ(client.ask(get("/big"))->body.size(), 1'000'000U);
}

TEST(HttpListener, a_port_in_use_is_an_error_and_nothing_else) {
  HttpServer server;
  live::Hub hub;
  http::Router router(hub);
  http::Listener second({.port = server.port()}, router, hub);
  const auto started = second.start();
  ASSERT_FALSE(started.ok());
  EXPECT_EQ(started.error().code, ErrorCode::kUnavailable);
  http::Listener third({.host = "nowhere"}, router, hub);
  EXPECT_EQ(third.start().error().code, ErrorCode::kInvalid);
}

TEST(HttpListener, works_with_several_io_threads) {
  HttpServer server({.listener = {.io_threads = 2}});
  std::vector<RawClient> clients;
  for (int i = 0; i < 20; ++i) clients.push_back(server.client());
  for (int round = 0; round < 10; ++round) {
    for (RawClient& client : clients) client.send(get("/count"));
    for (RawClient& client : clients) ASSERT_EQ(client.answer()->status, 200);
  }
  EXPECT_EQ(server.executed, 200);
}

}  // namespace
}  // namespace handoff::testing
