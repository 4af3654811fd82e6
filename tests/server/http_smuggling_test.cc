#include <gtest/gtest.h>

#include "support/http_server.h"

// A body that looks like a request is a body, whatever became of the request that carried it.
namespace handoff::testing {
namespace {

std::string get_with_body(std::string_view path, std::string_view body) {
  return get(path, "Content-Length: " + std::to_string(body.size()) + "\r\n") + std::string(body);
}

TEST(HttpSmuggling, the_body_of_a_get_is_not_the_next_request) {
  HttpServer server;
  RawClient client = server.client();
  client.send(get_with_body("/healthz", get("/count")));
  EXPECT_EQ(client.answer()->status, 200);
  EXPECT_EQ(client.ask(get("/healthz"))->status, 200);
  EXPECT_EQ(server.executed, 0);
}

TEST(HttpSmuggling, the_body_of_a_get_may_come_later) {
  HttpServer server;
  RawClient client = server.client();
  const std::string hidden = get("/count");
  client.send(get("/healthz", "Content-Length: " + std::to_string(hidden.size()) + "\r\n"));
  EXPECT_FALSE(client.readable(std::chrono::milliseconds(0)));
  client.send(hidden);
  EXPECT_EQ(client.answer()->status, 200);
  client.finish();
  EXPECT_TRUE(client.closed_by_server());
  EXPECT_EQ(server.executed, 0);
}

TEST(HttpSmuggling, the_body_of_a_forbidden_request_is_not_the_next_request) {
  HttpServer server;
  RawClient client = server.client();
  client.send(post("/forbidden", get("/count")));
  EXPECT_EQ(client.answer()->status, 403);
  EXPECT_EQ(client.ask(post("/unknown", get("/count")))->status, 404);
  client.finish();
  EXPECT_TRUE(client.closed_by_server());
  EXPECT_EQ(server.executed, 0);
}

TEST(HttpSmuggling, nothing_after_a_refused_request_is_executed) {
  HttpServer server;
  RawClient client = server.client();
  client.send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: "
      "chunked\r\n\r\n0\r\n\r\n" +
      get("/count"));
  EXPECT_EQ(client.answer()->status, 400);
  EXPECT_TRUE(client.closed_by_server());
  EXPECT_EQ(server.executed, 0);
}

TEST(HttpSmuggling, nothing_after_http_1_0_is_executed) {
  HttpServer server;
  RawClient client = server.client();
  client.send("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n" + get("/count"));
  const auto answer = client.answer();
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->headers.at("connection"), "close");
  EXPECT_TRUE(client.closed_by_server());
  EXPECT_EQ(server.executed, 0);
}

TEST(HttpSmuggling, a_client_cannot_choose_its_own_address) {
  HttpServer server;
  EXPECT_EQ(server.client()
                .ask(get("/address", "X-Forwarded-For: 6.6.6.6\r\nRemote-Addr: 6.6.6.6\r\n"))
                ->body,
            "127.0.0.1");
}

TEST(HttpSmuggling, a_trusted_proxy_may_name_the_client) {
  HttpServer server({.router = {.trusted_proxies = {"127.0.0.0/8"}}});
  EXPECT_EQ(
      server.client()
          .ask(get("/address", "X-Forwarded-For: 6.6.6.6, 9.9.9.9\r\nX-Forwarded-Proto: https\r\n"))
          ->body,
      "9.9.9.9 tls");
}

TEST(HttpSmuggling, the_text_of_an_exception_stays_inside) {
  HttpServer server;
  const auto answer = server.client().ask(get("/throw"));
  EXPECT_EQ(answer->status, 500);
  EXPECT_EQ((answer->head + answer->body).find("hunter2"), std::string::npos);
  EXPECT_EQ(answer->head.find("EXCEPTION"), std::string::npos);
  EXPECT_NE(answer->body.find("\"incident\""), std::string::npos);
}

}  // namespace
}  // namespace handoff::testing
