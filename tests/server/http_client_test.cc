#include "net/http_client.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

#include "support/scripted_server.h"

namespace handoff::testing {
namespace {

using End = HttpOutcome::End;

const std::vector<std::string> kLoopback = {"127.0.0.0/8"};

/// What the server read when the client sent `call`.
std::string request_of(HttpCall call) {
  std::string request;
  ScriptedServer server([&](Peer& peer) {
    request = peer.read_request();
    peer.send(answer_text(200, ""));
  });
  call.url = server.url("/path?q=1");
  EXPECT_EQ(HttpClient(kLoopback).send(call).end, End::kDone);
  return request;
}

HttpOutcome answered_with(const std::string& answer, HttpCall call = {}) {
  ScriptedServer server([&](Peer& peer) {
    peer.read_request();
    peer.send(answer);
  });
  call.url = server.url();
  return HttpClient(kLoopback).send(call);
}

TEST(HttpClient, sends_what_the_call_says) {
  const std::string request =
      request_of({.method = "PUT",
                  .headers = {{"Content-Type", "application/json"}, {"X-Empty", ""}},
                  .body = "{\"a\": 1}"});
  EXPECT_EQ(request.substr(0, 23), "PUT /path?q=1 HTTP/1.1\r");
  EXPECT_NE(request.find("\r\nContent-Type: application/json\r\n"), std::string::npos);
  EXPECT_NE(request.find("\r\nX-Empty:\r\n"), std::string::npos);
  EXPECT_NE(request.find("\r\nContent-Length: 8\r\n"), std::string::npos);
  EXPECT_EQ(request.substr(request.size() - 8), "{\"a\": 1}");
}

TEST(HttpClient, adds_no_content_type_and_no_expect_of_its_own) {
  const std::string request = request_of({.body = std::string(2'000'000, 'x')});
  EXPECT_EQ(request.find("Expect"), std::string::npos);
  EXPECT_EQ(request.find("Content-Type"), std::string::npos);
}

TEST(HttpClient, sends_a_body_with_zeros_whole) {
  const std::string body("a\0b\0", 4);
  const std::string request = request_of({.body = body});
  EXPECT_EQ(request.substr(request.size() - 4), body);
}

TEST(HttpClient, says_the_length_of_an_empty_body_where_one_is_usual) {
  EXPECT_NE(request_of({.method = "POST"}).find("Content-Length: 0"), std::string::npos);
  EXPECT_EQ(request_of({.method = "GET"}).find("Content-Length"), std::string::npos);
  EXPECT_EQ(request_of({.method = "DELETE"}).find("Content-Length"), std::string::npos);
}

TEST(HttpClient, hands_over_status_headers_and_body) {
  const auto outcome = answered_with(
      answer_text(201, "made", "X-One: first\r\nx-one:  second \r\nContent-Type: text/plain\r\n"));
  ASSERT_EQ(outcome.end, End::kDone) << outcome.what;
  EXPECT_TRUE(outcome.ok());
  EXPECT_EQ(outcome.answer.status, 201);
  EXPECT_EQ(outcome.answer.body, "made");
  EXPECT_EQ(outcome.answer.headers.at("x-one"), "second");
  EXPECT_EQ(outcome.answer.headers.at("content-type"), "text/plain");
  EXPECT_EQ(outcome.what, "");
}

TEST(HttpClient, takes_errors_and_redirects_as_answers) {
  for (const int status : {301, 400, 401, 404, 429, 500, 503}) {
    const auto outcome = answered_with(answer_text(status, "why"));
    EXPECT_EQ(outcome.end, End::kDone);
    EXPECT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.answer.status, status);
    EXPECT_EQ(outcome.answer.body, "why");
  }
}

TEST(HttpClient, forgets_what_an_interim_answer_said) {
  const auto outcome = answered_with("HTTP/1.1 103 Early\r\nX-Early: yes\r\n\r\n" +
                                     answer_text(200, "late", "X-Late: yes\r\n"));
  EXPECT_EQ(outcome.answer.status, 200);
  EXPECT_EQ(outcome.answer.headers.count("x-early"), 0U);
  EXPECT_EQ(outcome.answer.headers.count("x-late"), 1U);
}

TEST(HttpClient, lets_nothing_behind_the_body_change_a_header) {
  const auto outcome = answered_with(
      "HTTP/1.1 200 OK\r\nX-Said: before\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nabc\r\n0\r\nX-Said: after\r\n\r\n");
  EXPECT_EQ(outcome.answer.body, "abc");
  EXPECT_EQ(outcome.answer.headers.at("x-said"), "before");
}

TEST(HttpClient, uses_a_connection_again) {
  ScriptedServer server(always(answer_text(200, "again")));
  const HttpClient client(kLoopback);
  for (int i = 0; i < 50; ++i) {
    ASSERT_EQ(client.send({.url = server.url()}).answer.body, "again");
  }
  EXPECT_EQ(server.connections(), 1);
}

TEST(HttpClient, keeps_a_connection_for_each_place) {
  ScriptedServer one(always(answer_text(200, "one")));
  ScriptedServer two(always(answer_text(200, "two")));
  const HttpClient client(kLoopback);
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(client.send({.url = one.url()}).answer.body, "one");
    EXPECT_EQ(client.send({.url = two.url()}).answer.body, "two");
  }
  EXPECT_EQ(one.connections(), 1);
  EXPECT_EQ(two.connections(), 1);
}

TEST(HttpClient, serves_many_threads_with_a_connection_each_at_most) {
  ScriptedServer server(always(answer_text(200, "again")));
  const HttpClient client(kLoopback);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(client.send({.url = server.url()}).answer.body, "again");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_LE(server.connections(), 8);
}

TEST(HttpClient, streams_the_body_of_a_good_answer_as_it_comes) {
  ScriptedServer server([](Peer& peer) {
    peer.read_request();
    peer.send(std::string(kChunkedHead) + chunk_text("first "));
    peer.wait_for("first read");
    peer.send(chunk_text("second") + chunk_text(""));
  });
  std::string read;
  const auto outcome =
      HttpClient(kLoopback).send({.url = server.url(), .on_body = [&](std::string_view piece) {
                                    read += piece;
                                    if (read == "first ") server.give("first read");
                                    return true;
                                  }});
  EXPECT_EQ(outcome.end, End::kDone);
  EXPECT_EQ(read, "first second");
  EXPECT_EQ(outcome.answer.body, "");
}

TEST(HttpClient, collects_the_body_of_an_error_even_where_a_stream_was_wanted) {
  bool called = false;
  const auto outcome = answered_with(answer_text(400, "{\"error\": 1}"),
                                     {.on_body = [&](std::string_view) { return called = true; }});
  EXPECT_EQ(outcome.answer.body, "{\"error\": 1}");
  EXPECT_FALSE(called);
}

TEST(HttpClient, ends_when_the_caller_has_what_it_wanted) {
  ScriptedServer server([](Peer& peer) {
    peer.read_request();
    peer.send(std::string(kChunkedHead) + chunk_text("enough"));
    peer.wait_until_gone();
  });
  const auto outcome = HttpClient(kLoopback).send(
      {.url = server.url(), .on_body = [](std::string_view) { return false; }});
  EXPECT_EQ(outcome.end, End::kDone);
  EXPECT_TRUE(outcome.ok());
}

TEST(HttpClient, lets_through_what_the_caller_throws_and_goes_on_working) {
  ScriptedServer server(always(answer_text(200, "body")));
  const HttpClient client(kLoopback);
  const auto thrower = [](std::string_view) -> bool { throw std::domain_error("mine"); };
  EXPECT_THROW(client.send({.url = server.url(), .on_body = thrower}), std::domain_error);
  EXPECT_EQ(client.send({.url = server.url()}).answer.body, "body");
}

}  // namespace
}  // namespace handoff::testing
