#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include "net/http_client.h"
#include "support/scripted_server.h"
#include "support/tls_identity.h"

namespace handoff::testing {
namespace {

using End = HttpOutcome::End;

const std::vector<std::string> kLoopback = {"127.0.0.0/8"};

/// What comes of a call to a server with this certificate, and whether the server heard a request.
struct Attempt {
  HttpOutcome outcome;
  int requests = 0;
};

Attempt attempt(const TlsIdentity& identity, const std::string& ca_file) {
  Attempt attempt;
  {
    ScriptedServer server(
        [&](Peer& peer) {
          if (peer.read_request().empty()) return;
          ++attempt.requests;
          peer.send(answer_text(200, "over TLS"));
        },
        {.tls = identity.context()});
    attempt.outcome = HttpClient(kLoopback, ca_file).send({.url = server.url()});
  }
  return attempt;
}

TEST(HttpClientTls, talks_to_a_server_whose_authority_it_knows) {
  const TlsIdentity identity;
  const auto [outcome, requests] = attempt(identity, identity.ca_file());
  EXPECT_EQ(outcome.end, End::kDone) << outcome.what;
  EXPECT_EQ(outcome.answer.body, "over TLS");
}

TEST(HttpClientTls, uses_a_connection_again) {
  const TlsIdentity identity;
  ScriptedServer server(always(answer_text(200, "")), {.tls = identity.context()});
  const HttpClient client(kLoopback, identity.ca_file());
  for (int i = 0; i < 10; ++i) ASSERT_TRUE(client.send({.url = server.url()}).ok());
  EXPECT_EQ(server.connections(), 1);
}

TEST(HttpClientTls, tells_nothing_to_a_server_that_is_not_to_be_trusted) {
  const TlsIdentity other;
  const TlsIdentity good, wrong_name({.name = "DNS:other.example"}),
      expired({.valid_for_seconds = -1});
  const std::vector<std::pair<const TlsIdentity*, std::string>> cases = {
      {&good, ""},
      {&good, other.ca_file()},
      {&wrong_name, wrong_name.ca_file()},
      {&expired, expired.ca_file()},
  };
  for (const auto& [identity, ca_file] : cases) {
    const auto [outcome, requests] = attempt(*identity, ca_file);
    EXPECT_EQ(outcome.end, End::kUnreachable);
    EXPECT_EQ(outcome.what, "the certificate is not one to trust for this host");
    EXPECT_EQ(requests, 0);
  }
}

TEST(HttpClientTls, takes_tls_1_2_and_nothing_older) {
  const TlsIdentity newer({.newest_tls = TLS1_2_VERSION}), older({.newest_tls = TLS1_1_VERSION});
  EXPECT_EQ(attempt(newer, newer.ca_file()).outcome.end, End::kDone);
  const auto [outcome, requests] = attempt(older, older.ca_file());
  EXPECT_EQ(outcome.end, End::kUnreachable);
  EXPECT_EQ(requests, 0);
}

TEST(HttpClientTls, does_not_fall_back_to_a_connection_without_tls) {
  std::string first_bytes;
  {
    ScriptedServer server([&](Peer& peer) {
      peer.send("HTTP/1.1 200 OK\r\n\r\n");
      first_bytes = peer.read_request();
    });
    HttpCall call{.url = "https" + server.url().substr(4)};
    EXPECT_EQ(HttpClient(kLoopback).send(call).end, End::kUnreachable);
    EXPECT_EQ(server.connections(), 1);
  }
  EXPECT_EQ(first_bytes, "");
}

}  // namespace
}  // namespace handoff::testing
