#include <gtest/gtest.h>

#include <stdexcept>

#include "http/problem.h"
#include "http/router.h"
#include "live/hub.h"

namespace handoff::http {
namespace {

class HttpRouter : public ::testing::Test {
 protected:
  Reply ask(std::string method, std::string target, Fields headers = {}) {
    return router.respond({.head = {.method = std::move(method),
                                    .target = std::move(target),
                                    .headers = std::move(headers)},
                           .peer = "127.0.0.1"});
  }

  std::string body(const Reply& reply) {
    return reply.bytes.substr(reply.bytes.find("\r\n\r\n") + 4);
  }

  void echo(std::string method, std::string pattern, std::string label) {
    router.route(method, pattern, [label](const Request& request, Response& out) {
      std::string text = label;
      for (const auto& [name, value] : request.params) text += " " + name + "=" + value;
      out.content(200, "text/plain", text);
    });
  }

  live::Hub hub;
  Router router{hub};
};

TEST_F(HttpRouter, finds_literals_names_and_the_rest) {
  echo("GET", "/", "root");
  echo("GET", "/v1/conversations/{id}", "one");
  echo("GET", "/v1/conversations/{id}/messages", "messages");
  echo("GET", "/v1/conversations/new", "new");
  echo("GET", "/assets/{file...}", "file");
  EXPECT_EQ(body(ask("GET", "/")), "root");
  EXPECT_EQ(body(ask("GET", "/?a=b")), "root");
  EXPECT_EQ(body(ask("GET", "/v1/conversations/42")), "one id=42");
  EXPECT_EQ(body(ask("GET", "/v1/conversations/42/messages?x=/y")), "messages id=42");
  EXPECT_EQ(body(ask("GET", "/v1/conversations/new")), "new");
  EXPECT_EQ(body(ask("GET", "/v1/conversations/new/messages")), "messages id=new");
  EXPECT_EQ(body(ask("GET", "/assets/js/app.js")), "file file=js/app.js");
}

TEST_F(HttpRouter, decodes_each_parameter_once) {
  echo("GET", "/k/{slug}", "k");
  EXPECT_EQ(body(ask("GET", "/k/caf%C3%A9%20%2541")), "k slug=caf\xc3\xa9 %41");
}

TEST_F(HttpRouter, odd_paths_lead_nowhere) {
  echo("GET", "/k/{slug}", "k");
  echo("GET", "/f/{file...}", "f");
  for (const char* path : {"/k/..%2f", "/k/%2e%2e", "/f/%2E%2e/x", "/f/../x", "/f/./x", "/k/a%00",
                           "/k/a%5cb", "/k/a\\b", "//k/a", "/k//a", "/f//etc/passwd", "/k/%",
                           "/k/%4", "/k/%zz", "/k/%ff", "/k/%0a", "/k/", "/k", "/nothing"}) {
    EXPECT_EQ(ask("GET", path).status, 404) << path;
  }
}

TEST_F(HttpRouter, a_known_path_with_another_method_is_405_with_allow) {
  echo("GET", "/k/{slug}", "k");
  echo("DELETE", "/k/{slug}", "k");
  const Reply reply = ask("POST", "/k/a");
  EXPECT_EQ(reply.status, 405);
  EXPECT_NE(reply.bytes.find("Allow: DELETE, GET, HEAD\r\n"), std::string::npos) << reply.bytes;
}

TEST_F(HttpRouter, head_is_get_without_the_body) {
  echo("GET", "/k", "hello");
  const Reply reply = ask("HEAD", "/k");
  EXPECT_EQ(body(reply), "");
  EXPECT_NE(reply.bytes.find("Content-Length: 5\r\n"), std::string::npos) << reply.bytes;
}

TEST_F(HttpRouter, an_answer_without_content_has_no_length) {
  router.route("DELETE", "/k", [](const Request&, Response& out) { out.empty(204); });
  const Reply reply = ask("DELETE", "/k");
  EXPECT_EQ(reply.bytes.rfind("HTTP/1.1 204 No Content\r\n", 0), 0U);
  EXPECT_EQ(reply.bytes.find("Content-Length"), std::string::npos);
  EXPECT_EQ(body(reply), "");
}

TEST_F(HttpRouter, a_body_where_none_may_be_is_dropped) {
  router.route("GET", "/k", [](const Request&, Response& out) {
    out.content(200, "text/plain", "left over");
    out.status = 304;
  });
  EXPECT_EQ(body(ask("GET", "/k")), "");
}

TEST_F(HttpRouter, every_answer_carries_the_safe_headers) {
  echo("GET", "/k", "k");
  for (const char* path : {"/k", "/nothing"}) {
    const std::string bytes = ask("GET", path).bytes;
    EXPECT_NE(bytes.find("Cache-Control: no-store\r\n"), std::string::npos);
    EXPECT_NE(bytes.find("X-Content-Type-Options: nosniff\r\n"), std::string::npos);
    EXPECT_NE(bytes.find("Referrer-Policy: no-referrer\r\n"), std::string::npos);
  }
}

TEST_F(HttpRouter, a_handler_may_choose_its_own_caching) {
  router.route("GET", "/asset", [](const Request&, Response& out) {
    out.content(200, "text/css", "a{}");
    out.header("Cache-Control", "max-age=60");
  });
  const std::string bytes = ask("GET", "/asset").bytes;
  EXPECT_NE(bytes.find("Cache-Control: max-age=60\r\n"), std::string::npos);
  EXPECT_EQ(bytes.find("no-store"), std::string::npos);
}

TEST_F(HttpRouter, the_hook_sees_unknown_paths_and_its_headers_stay) {
  router.before([](const Request& request, Response& out) {
    out.header("Access-Control-Allow-Origin", "https://acme.example");
    if (request.method == "OPTIONS") out.empty(204);
    return request.method == "OPTIONS";
  });
  router.route("GET", "/k", [](const Request&, Response& out) { out = problem(not_found("No.")); });
  EXPECT_EQ(ask("OPTIONS", "/anything").status, 204);
  for (const char* path : {"/k", "/nothing"}) {
    const Reply reply = ask("GET", path);
    EXPECT_EQ(reply.status, 404);
    EXPECT_NE(reply.bytes.find("Access-Control-Allow-Origin"), std::string::npos);
  }
}

TEST_F(HttpRouter, several_cookies_are_several_headers) {
  router.route("GET", "/k", [](const Request&, Response& out) {
    out.add_header("Set-Cookie", "a=1");
    out.add_header("Set-Cookie", "b=2");
    out.empty(200);
  });
  const std::string bytes = ask("GET", "/k").bytes;
  EXPECT_NE(bytes.find("Set-Cookie: a=1\r\n"), std::string::npos);
  EXPECT_NE(bytes.find("Set-Cookie: b=2\r\n"), std::string::npos);
}

TEST_F(HttpRouter, a_header_value_cannot_start_another_header) {
  router.route("GET", "/k", [](const Request& request, Response& out) {
    out.header("Location", std::string(request.query_value("to").value_or("")));
    out.empty(302);
  });
  const Reply reply = ask("GET", "/k?to=%0d%0aSet-Cookie:%20a=b");
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ(reply.bytes.find("Set-Cookie"), std::string::npos);
}

TEST_F(HttpRouter, whatever_a_handler_throws_is_an_incident) {
  router.route("GET", "/std",
               [](const Request&, Response&) { throw std::runtime_error("secret"); });
  router.route("GET", "/odd", [](const Request&, Response&) { throw 42; });
  for (const char* path : {"/std", "/odd"}) {
    const Reply reply = ask("GET", path);
    EXPECT_EQ(reply.status, 500);
    EXPECT_NE(body(reply).find("\"incident\":\""), std::string::npos);
    EXPECT_EQ(body(reply).find("secret"), std::string::npos);
  }
}

TEST_F(HttpRouter, a_route_registered_twice_is_a_mistake) {
  echo("GET", "/k/{a}", "k");
  EXPECT_THROW(echo("GET", "/k/{b}", "k"), std::invalid_argument);
  EXPECT_THROW(echo("GET", "k", "k"), std::invalid_argument);
  EXPECT_THROW(echo("GET", "/{a...}/k", "k"), std::invalid_argument);
}

TEST_F(HttpRouter, a_replay_that_fails_is_an_ordinary_answer) {
  router.route("GET", "/s", [](const Request&, Response& out) {
    out.stream(
        {.place = {"t"}, .replay = []() -> Result<live::Replay> { return not_found("Gone."); }});
  });
  const Reply reply = ask("GET", "/s");
  EXPECT_EQ(reply.stream, nullptr);
  EXPECT_EQ(reply.status, 404);
  EXPECT_EQ(hub.counts().open, 0U);
}

TEST_F(HttpRouter, a_replay_that_throws_is_an_incident) {
  router.route("GET", "/s", [](const Request&, Response& out) {
    out.stream({.place = {"t"}, .replay = []() -> Result<live::Replay> { throw 42; }});
  });
  const Reply reply = ask("GET", "/s");
  EXPECT_EQ(reply.stream, nullptr);
  EXPECT_EQ(reply.bytes.rfind("HTTP/1.1 500 ", 0), 0U);
  EXPECT_EQ(hub.counts().open, 0U);
}

TEST(HttpProblem, gives_each_code_its_status_and_shape) {
  EXPECT_EQ(problem(invalid("a.b", "is wrong")).status, 400);
  EXPECT_EQ(problem(invalid("a.b", "is wrong")).body,
            R"({"type":"about:blank","title":"Bad Request","status":400,"detail":"is wrong",)"
            R"("errors":[{"path":"a.b","message":"is wrong"}]})");
  const Response taken = problem(conflict("Taken.", {"7", "Ana"}));
  EXPECT_EQ(taken.status, 409);
  EXPECT_NE(taken.body.find(R"("owner":{"id":"7","name":"Ana"})"), std::string::npos);
  const Response busy = problem(
      Error{.code = ErrorCode::kTooMany, .message = "Slow down.", .retry_after_seconds = 12});
  EXPECT_EQ(busy.status, 429);
  EXPECT_EQ(busy.headers().back(), (std::pair<std::string, std::string>("Retry-After", "12")));
  EXPECT_EQ(problem(Error{.code = ErrorCode::kUnauthorized}).status, 401);
  EXPECT_EQ(problem(Error{.code = ErrorCode::kForbidden}).status, 403);
  EXPECT_EQ(problem(Error{.code = ErrorCode::kUnavailable}).status, 503);
  const Response ours = problem(Error{.code = ErrorCode::kInternal, .message = "disk sda1 broke"});
  EXPECT_EQ(ours.status, 500);
  EXPECT_EQ(ours.body.find("sda1"), std::string::npos);
}

}  // namespace
}  // namespace handoff::http
