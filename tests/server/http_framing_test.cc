#include <gtest/gtest.h>

#include <algorithm>

#include "support/http_server.h"

// Every request here is refused before any handler: one answer, whole, then the end of the
// connection.
namespace handoff::testing {
namespace {

struct Refused {
  std::string name;
  std::string request;
  int status;
};

std::ostream& operator<<(std::ostream& out, const Refused& refused) { return out << refused.name; }

std::string name_of(const ::testing::TestParamInfo<Refused>& info) { return info.param.name; }

std::string head(std::string_view lines) { return std::string(lines) + "Host: test\r\n\r\n"; }

std::string with_length(std::string_view value) {
  return head("POST /echo HTTP/1.1\r\nContent-Length: " + std::string(value) + "\r\n") + "abc";
}

std::string many_headers(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) lines += "X-" + std::to_string(i) + ": v\r\n";
  return "GET /count HTTP/1.1\r\nHost: test\r\n" + lines + "\r\n";
}

class HttpFraming : public ::testing::TestWithParam<Refused> {};

TEST_P(HttpFraming, is_refused_whole_and_closed) {
  HttpServer server;
  RawClient client = server.client();
  const auto answer = client.ask(GetParam().request);
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->status, GetParam().status) << answer->body;
  EXPECT_EQ(answer->headers.at("content-type"), "application/problem+json");
  EXPECT_EQ(answer->headers.at("connection"), "close");
  EXPECT_NE(answer->body.find("\"status\":" + std::to_string(GetParam().status)),
            std::string::npos);
  EXPECT_TRUE(client.closed_by_server());
  EXPECT_EQ(server.executed, 0);
}

const std::string kChunks = "3\r\nabc\r\n0\r\n\r\n";

INSTANTIATE_TEST_SUITE_P(
    Bodies, HttpFraming,
    ::testing::Values(
        Refused{"chunked", head("POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n") + kChunks,
                400},
        Refused{"chunked_get",
                head("GET /count HTTP/1.1\r\nTransfer-Encoding: chunked\r\n") + kChunks, 400},
        Refused{"identity_coding",
                head("POST /echo HTTP/1.1\r\nTransfer-Encoding: identity\r\nContent-Length: 0\r\n"),
                400},
        Refused{"both_framings",
                head("POST /echo HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n") +
                    kChunks,
                400},
        Refused{"no_length", head("POST /echo HTTP/1.1\r\n"), 411},
        Refused{"put_without_length", head("PUT /echo HTTP/1.1\r\n"), 411},
        Refused{"two_lengths",
                head("POST /echo HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 3\r\n") + "abc",
                400},
        Refused{"length_plus", with_length("+3"), 400},
        Refused{"length_tail", with_length("3abc"), 400},
        Refused{"length_negative", with_length("-1"), 400},
        Refused{"length_hex", with_length("0x3"), 400},
        Refused{"length_list", with_length("3, 3"), 400},
        Refused{"length_empty", with_length(""), 400},
        Refused{"length_huge", with_length("99999999999999999999999999"), 413},
        Refused{"length_over_limit", with_length("65537"), 413},
        Refused{
            "gzip",
            head("POST /echo HTTP/1.1\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n") + "abc",
            415},
        Refused{
            "brotli",
            head("POST /echo HTTP/1.1\r\nContent-Encoding: br\r\nContent-Length: 3\r\n") + "abc",
            415},
        Refused{"multipart",
                head("POST /echo HTTP/1.1\r\nContent-Type: Multipart/form-data; "
                     "boundary=x\r\nContent-Length: 3\r\n") +
                    "abc",
                415},
        Refused{"expectation",
                head("POST /echo HTTP/1.1\r\nExpect: 200-ok\r\nContent-Length: 3\r\n") + "abc",
                417}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Heads, HttpFraming,
    ::testing::Values(
        Refused{"no_host", "GET /count HTTP/1.1\r\n\r\n", 400},
        Refused{"two_hosts", head("GET /count HTTP/1.1\r\nHost: a\r\n"), 400},
        Refused{"odd_host", "GET /count HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
        Refused{"empty_host", "GET /count HTTP/1.1\r\nHost:\r\n\r\n", 400},
        Refused{"underscore_name", get("/count", "REMOTE_ADDR: 6.6.6.6\r\n"), 400},
        Refused{"space_before_colon", get("/count", "X-A : b\r\n"), 400},
        Refused{"folded_line", get("/count", "X-A: b\r\n c\r\n"), 400},
        Refused{"nameless", get("/count", ": b\r\n"), 400},
        Refused{"colonless", get("/count", "X-A\r\n"), 400},
        Refused{"encoded_break", get("/count", "X-A: a%0d%0aSet-Cookie: b\r\n"), 400},
        Refused{"encoded_line_feed", get("/count", "X-A: a%0Ab\r\n"), 400},
        Refused{"encoded_nul", get("/count", "X-A: a%00b\r\n"), 400},
        Refused{"raw_nul", get("/count", std::string("X-A: a\0b\r\n", 10)), 400},
        Refused{"bare_carriage_return", get("/count", "X-A: a\rb\r\n"), 400},
        Refused{"bare_line_feed", "GET /count HTTP/1.1\nHost: test\n\n", 400},
        Refused{"line_feed_at_the_end", "GET /count HTTP/1.1\r\nHost: test\r\n\n", 400},
        Refused{"too_many_lines", many_headers(64), 431},
        Refused{"long_line", get("/count", "X-A: " + std::string(17 * 1024, 'a') + "\r\n"), 431},
        Refused{"endless_line", "GET /count HTTP/1.1\r\nX-A: " + std::string(24 * 1024, 'a'), 431}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    RequestLines, HttpFraming,
    ::testing::Values(
        Refused{"connect", head("CONNECT example.com:443 HTTP/1.1\r\n"), 405},
        Refused{"trace", head("TRACE /count HTTP/1.1\r\n"), 405},
        Refused{"unknown_method", head("BREW /count HTTP/1.1\r\n"), 405},
        Refused{"lower_case_method", head("get /count HTTP/1.1\r\n"), 400},
        Refused{"absolute_form", head("GET http://test/count HTTP/1.1\r\n"), 400},
        Refused{"asterisk_form", head("OPTIONS * HTTP/1.1\r\n"), 400},
        Refused{"two_spaces", head("GET  /count HTTP/1.1\r\n"), 400},
        Refused{"fragment", head("GET /count#a HTTP/1.1\r\n"), 400},
        Refused{"raw_utf8", head("GET /caf\xc3\xa9 HTTP/1.1\r\n"), 400},
        Refused{"no_version", head("GET /count\r\n"), 400},
        Refused{"http2", head("GET /count HTTP/2.0\r\n"), 505},
        Refused{"long_path", head("GET /" + std::string(8000, 'a') + " HTTP/1.1\r\n"), 414},
        Refused{"path_just_over", head("GET /" + std::string(512, 'a') + " HTTP/1.1\r\n"), 414},
        Refused{"long_query", head("GET /count?" + std::string(8192, 'a') + " HTTP/1.1\r\n"), 414},
        Refused{"endless_request_line", "GET /count?" + std::string(20'000, 'a'), 414},
        Refused{"tls_hello", std::string("\x16\x03\x01\x02\x00\x01\x00", 7), 400}),
    name_of);

TEST(HttpFramingLimits, sixty_four_header_lines_and_a_path_of_512_bytes_are_served) {
  HttpServer server;
  EXPECT_EQ(server.client().ask(many_headers(63))->status, 200);
  EXPECT_EQ(server.client().ask(get("/" + std::string(511, 'a')))->status, 404);
  EXPECT_EQ(server.client().ask(get("/count?" + std::string(8000, 'a')))->status, 200);
  EXPECT_EQ(server.client().ask(post("/echo", std::string(65536, 'a')))->body.size(), 65536U);
}

TEST(HttpFramingLimits, a_body_too_large_is_refused_at_once_without_being_read) {
  HttpServer server;
  auto quickest = std::chrono::steady_clock::duration::max();
  for (int i = 0; i < 5; ++i) {
    RawClient client = server.client();
    const auto start = std::chrono::steady_clock::now();
    const auto answer =
        client.ask("POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 999999\r\n\r\n");
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->status, 413);
    quickest = std::min(quickest, std::chrono::steady_clock::now() - start);
  }
  EXPECT_LT(quickest, std::chrono::milliseconds(100));
}

TEST(HttpFramingLimits, the_refusal_reaches_a_client_that_goes_on_sending_its_body) {
  HttpServer server;
  RawClient client = server.client();
  client.send("POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 3000000\r\n\r\n");
  client.send(std::string(3'000'000, 'a'));
  EXPECT_EQ(client.answer()->status, 413);
}

TEST(HttpFramingLimits, a_route_may_take_more_than_the_default) {
  HttpServer server;
  EXPECT_EQ(server.client().ask(post("/large", std::string(150'000, 'a')))->body, "150000");
  EXPECT_EQ(server.client().ask(post("/large", std::string(200'001, 'a')))->status, 413);
}

TEST(HttpFramingLimits, a_range_is_ignored) {
  HttpServer server;
  std::string ranges = "Range: bytes=0-";
  for (int i = 0; i < 100; ++i) ranges += ",0-";
  const auto answer = server.client().ask(get("/big", ranges + "\r\n"));
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->body.size(), 1'000'000U);
}

}  // namespace
}  // namespace handoff::testing
