#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>

#include "net/http_client.h"
#include "support/fake_names.h"
#include "support/loopback_spellings.h"
#include "support/scripted_server.h"
#include "support/temp_folder.h"

namespace handoff::testing {
namespace {

using End = HttpOutcome::End;

/// Listens on every address of this computer, IPv6 and IPv4.
ScriptedServer everywhere(ScriptedServer::Script script = always(answer_text(200, "inside"))) {
  return ScriptedServer(std::move(script), {.host = "::"});
}

std::string with_port(std::string url, std::uint16_t port) {
  const auto at = url.find("PORT");
  if (at == std::string::npos) return url;
  return with_port(url.replace(at, 4, std::to_string(port)), port);
}

/// A variable of the environment for the time of a test.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    const char* before = getenv(name);
    if (before) before_ = before;
    was_set_ = before != nullptr;
    setenv(name, value.c_str(), 1);
  }
  ~Variable() { was_set_ ? setenv(name_, before_.c_str(), 1) : unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::string before_ = {};
  bool was_set_ = false;
};

TEST(Outbound, ssrf_by_any_spelling_of_loopback_reaches_nothing) {
  FakeNames names;
  names.answer_others({"127.0.0.1", "::1"});
  ScriptedServer server = everywhere();
  const HttpClient client({});
  ASSERT_GE(loopback_urls().size(), 120U);
  for (const std::string& url : loopback_urls()) {
    const auto outcome = client.send({.url = with_port(url, server.port())});
    EXPECT_EQ(outcome.end, End::kNotAllowed) << url;
    EXPECT_NE(outcome.what, "") << url;
    ASSERT_EQ(server.connections(), 0) << url;
  }
}

// The same list does reach the listener when it may: what was refused above was not refused by
// chance.
TEST(Outbound, ssrf_spellings_lead_to_loopback_where_that_is_allowed) {
  FakeNames names;
  names.answer_others({"127.0.0.1"});
  ScriptedServer server = everywhere();
  const HttpClient client({"127.0.0.0/8", "0.0.0.0/8", "::/127"});
  int reached = 0;
  for (const std::string& url : loopback_urls()) {
    if (url.rfind("http://", 0) != 0) continue;
    reached += client.send({.url = with_port(url, server.port())}).answer.body == "inside" ? 1 : 0;
  }
  EXPECT_GE(reached, 80);
}

TEST(Outbound, ssrf_by_a_name_that_changes_its_meaning_is_refused_at_the_connection) {
  FakeNames names;
  names.answer("rebinding.example", {"127.0.0.2"});
  names.answer("rebinding.example", {"127.0.0.1"});
  ScriptedServer server = everywhere([](Peer& peer) {
    peer.read_request();
    peer.send(answer_text(200, "allowed", "Connection: close\r\n"));
  });
  const HttpClient client({"127.0.0.2/32"});
  const std::string url = with_port("http://rebinding.example:PORT/", server.port());
  EXPECT_EQ(client.send({.url = url}).answer.body, "allowed");
  const auto second = client.send({.url = url});
  EXPECT_EQ(second.end, End::kNotAllowed);
  EXPECT_NE(second.what.find("127.0.0.1 is not a public address"), std::string::npos)
      << second.what;
  EXPECT_EQ(names.times_asked("rebinding.example"), 2);
  EXPECT_EQ(server.connections(), 1);
}

TEST(Outbound, ssrf_by_a_second_address_is_refused_when_the_first_fails) {
  FakeNames names;
  names.answer("two.example", {"127.0.0.2", "127.0.0.1"});
  ScriptedServer server(always(answer_text(200, "inside")));  // on 127.0.0.1 alone
  const HttpClient client({"127.0.0.2/32"});
  const auto outcome = client.send({.url = with_port("http://two.example:PORT/", server.port())});
  EXPECT_EQ(outcome.end, End::kUnreachable);
  EXPECT_EQ(server.connections(), 0);
}

TEST(Outbound, ssrf_beside_a_good_address_does_not_spoil_the_good_one) {
  FakeNames names;
  names.answer("two.example", {"127.0.0.1", "127.0.0.2"});
  ScriptedServer server(always(answer_text(200, "good")), {.host = "127.0.0.2"});
  const HttpClient client({"127.0.0.2/32"});
  EXPECT_EQ(client.send({.url = with_port("http://two.example:PORT/", server.port())}).answer.body,
            "good");
}

TEST(Outbound, ssrf_by_a_redirect_is_not_followed) {
  for (const int status : {301, 302, 303, 307, 308}) {
    ScriptedServer inside(always(answer_text(200, "inside")));
    ScriptedServer outside(
        always(answer_text(status, "", "Location: " + inside.url("/secret") + "\r\n")));
    const auto outcome = HttpClient({"127.0.0.0/8"}).send({.url = outside.url()});
    EXPECT_EQ(outcome.end, End::kDone);
    EXPECT_EQ(outcome.answer.status, status);
    EXPECT_EQ(inside.connections(), 0);
  }
}

TEST(Outbound, ssrf_by_the_environments_proxy_is_not_possible) {
  ScriptedServer proxy(always(answer_text(200, "proxy")));
  ScriptedServer server(always(answer_text(200, "direct")));
  const std::string at = proxy.url("");
  const Variable lower_http("http_proxy", at), upper_http("HTTP_PROXY", at),
      lower_https("https_proxy", at), upper_https("HTTPS_PROXY", at), lower_all("all_proxy", at),
      upper_all("ALL_PROXY", at), none("no_proxy", "");
  EXPECT_EQ(HttpClient({"127.0.0.0/8"}).send({.url = server.url()}).answer.body, "direct");
  EXPECT_EQ(proxy.connections(), 0);
}

TEST(Outbound, public_addresses_are_for_https_on_443_only) {
  FakeNames names;
  names.answer_others({"93.184.215.14"});
  const HttpClient client({"127.0.0.0/8"});
  for (const char* url : {"http://good.example/", "http://good.example:443/",
                          "https://good.example:8443/", "https://93.184.215.14:22/"}) {
    EXPECT_EQ(client.send({.url = url}).end, End::kNotAllowed) << url;
  }
}

TEST(Outbound, a_user_in_the_url_is_refused_everywhere) {
  ScriptedServer server = everywhere();
  const HttpClient client({"127.0.0.0/8"});
  for (const char* user : {"user:password@", "user@", ":password@", ":@", "@"}) {
    const auto outcome = client.send(
        {.url = "http://" + std::string(user) + "127.0.0.1:" + std::to_string(server.port())});
    EXPECT_EQ(outcome.end, End::kNotAllowed) << user;
    EXPECT_EQ(outcome.what.find("password"), std::string::npos);
  }
  EXPECT_EQ(server.connections(), 0);
}

TEST(Outbound, line_breaks_do_not_get_into_a_request) {
  ScriptedServer server = everywhere();
  const HttpClient client({"127.0.0.0/8"});
  const std::string zero(1, '\0');
  const std::vector<HttpCall> calls = {
      {.method = "GET / HTTP/1.1\r\nX: y\r\n\r\nGET"},
      {.method = "GET\n"},
      {.method = ""},
      {.method = "GE T"},
      {.headers = {{"X-A", "1\r\nX-B: 2"}}},
      {.headers = {{"X-A", "1\nX-B: 2"}}},
      {.headers = {{"X-A", "1\r"}}},
      {.headers = {{"X-A", "1" + zero + "2"}}},
      {.headers = {{"X-A\r\nX-B", "1"}}},
      {.headers = {{"X-A: 1\nX-B", "2"}}},
      {.headers = {{"X A", "1"}}},
      {.headers = {{"", "1"}}},
      {.headers = {{"X-A" + zero, "1"}}},
      {.headers = {{"Host", "other.example"}}},
      {.headers = {{"content-Length", "0"}}},
      {.headers = {{"Transfer-Encoding", "chunked"}}},
  };
  for (HttpCall call : calls) {
    call.url = with_port("http://127.0.0.1:PORT/", server.port());
    EXPECT_EQ(client.send(call).end, End::kNotAllowed) << call.method;
    call = {.url = call.url + "\r\nX-A: 1"};
    EXPECT_EQ(client.send(call).end, End::kNotAllowed) << call.method;
  }
  EXPECT_EQ(server.connections(), 0);
}

TEST(Outbound, what_it_says_repeats_nothing_of_the_call) {
  const HttpClient client({});
  for (const char* url : {"http://127.0.0.1/secret?secret", "https://secret@good.example/",
                          "ftp://good.example/secret", "secret"}) {
    const auto outcome =
        client.send({.url = url, .headers = {{"Authorization", "secret\n"}}, .body = "secret"});
    EXPECT_EQ(outcome.what.find("secret"), std::string::npos) << outcome.what;
    const auto other = client.send({.url = url, .body = "secret"});
    EXPECT_EQ(other.what.find("secret"), std::string::npos) << other.what;
  }
}

TEST(Outbound, cookies_and_netrc_are_not_used) {
  const TempFolder home;
  std::ofstream(home.path() / ".netrc") << "machine 127.0.0.1 login user password secret\n";
  const Variable variable("HOME", home.path().string());
  std::string second;
  ScriptedServer server([&](Peer& peer) {
    peer.read_request();
    peer.send(answer_text(200, "", "Set-Cookie: a=b; Path=/\r\n"));
    second = peer.read_request();
    peer.send(answer_text(200, ""));
  });
  const HttpClient client({"127.0.0.0/8"});
  client.send({.url = server.url()});
  EXPECT_TRUE(client.send({.url = server.url()}).ok());
  EXPECT_EQ(second.find("Cookie"), std::string::npos);
  EXPECT_EQ(second.find("Authorization"), std::string::npos);
}

}  // namespace
}  // namespace handoff::testing
