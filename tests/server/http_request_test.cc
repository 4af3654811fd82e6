#include <gtest/gtest.h>

#include <random>

#include "http/client_address.h"
#include "http/request.h"
#include "http/request_reader.h"
#include "http/text_rules.h"
#include "support/raw_client.h"

namespace handoff::http {
namespace {

TEST(HttpRequest, finds_headers_in_any_case) {
  const Request request{.headers = {{"Content-TYPE", "a"}, {"content-type", "b"}}};
  EXPECT_EQ(request.header("content-type"), "a");
  EXPECT_EQ(request.header("other"), "");
}

TEST(HttpRequest, reads_cookies) {
  const Request request{.headers = {{"Cookie", "a=1; bb=x=y;c="}, {"cookie", "d=4"}}};
  EXPECT_EQ(request.cookie("a"), "1");
  EXPECT_EQ(request.cookie("bb"), "x=y");
  EXPECT_EQ(request.cookie("c"), "");
  EXPECT_EQ(request.cookie("d"), "4");
  EXPECT_EQ(request.cookie("b"), std::nullopt);
}

TEST(HttpRequest, reads_bearer_tokens) {
  EXPECT_EQ((Request{.headers = {{"Authorization", "bearer  abc "}}}.bearer()), "abc");
  EXPECT_EQ((Request{.headers = {{"Authorization", "Basic abc"}}}.bearer()), "");
  EXPECT_EQ((Request{.headers = {{"Authorization", "Bearer"}}}.bearer()), "");
}

TEST(HttpRequest, knows_what_is_accepted) {
  const Request request{.headers = {{"Accept", "text/html, Text/Event-Stream;q=0.9"}}};
  EXPECT_TRUE(request.accepts("text/event-stream"));
  EXPECT_FALSE(request.accepts("application/json"));
}

TEST(HttpRequest, decodes_queries) {
  const Fields query = parse_query("a=1&b=x+y%20z&&c&a=2&d=%zz%4");
  EXPECT_EQ(query, (Fields{{"a", "1"}, {"b", "x y z"}, {"c", ""}, {"a", "2"}, {"d", "%zz%4"}}));
}

TEST(TrustedProxies, believe_the_rightmost_untrusted_address) {
  const TrustedProxies proxies({"10.0.0.0/8", "fd00::/8", "192.0.2.1", "nonsense"});
  EXPECT_EQ(proxies.client_of("10.1.1.1", "6.6.6.6, 9.9.9.9, 10.2.2.2"), "9.9.9.9");
  EXPECT_EQ(proxies.client_of("fd00::1", "2001:db8::7"), "2001:db8::7");
  EXPECT_EQ(proxies.client_of("192.0.2.1", "::ffff:9.9.9.9"), "9.9.9.9");
  EXPECT_EQ(proxies.client_of("8.8.8.8", "6.6.6.6"), "8.8.8.8");
  EXPECT_EQ(proxies.client_of("10.1.1.1", "10.2.2.2"), "10.2.2.2");
  for (const char* odd : {"", ",", "unknown", "9.9.9.9,", "1.2.3.4.5"}) {
    EXPECT_EQ(proxies.client_of("10.1.1.1", odd), "10.1.1.1") << odd;
  }
}

TEST(RequestReader, reads_the_same_however_the_bytes_are_cut) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const HeadLimits limits;
  const RequestReader::BodyLimit no_limit = [](const RequestHead&) { return std::size_t{0}; };
  std::string all;
  for (int i = 0; i < 20; ++i) {
    all += testing::post("/p" + std::to_string(i), std::string(random() % 300, 'b'));
    all += testing::get("/g" + std::to_string(i));
  }
  for (int round = 0; round < 200; ++round) {
    RequestReader reader(limits, no_limit);
    std::string seen;
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t size = std::min<std::size_t>(1 + random() % 400, all.size() - at);
      reader.feed(std::string_view(all).substr(at, size));
      at += size;
      while (reader.state() == RequestReader::State::kComplete) {
        const RequestBytes request = reader.take();
        seen += request.head.method == "GET" ? testing::get(request.head.target)
                                             : testing::post(request.head.target, request.body);
      }
      ASSERT_NE(reader.state(), RequestReader::State::kRefused) << reader.refusal().detail;
    }
    ASSERT_EQ(seen, all);
    EXPECT_EQ(reader.state(), RequestReader::State::kIdle);
  }
}

}  // namespace
}  // namespace handoff::http
