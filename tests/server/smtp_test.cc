#include "notify/smtp.h"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <set>
#include <stdexcept>
#include <thread>

#include "net/address_rules.h"
#include "notify/smtp_verdict.h"
#include "support/sample_notices.h"
#include "support/smtp_sink.h"
#include "support/tls_identity.h"

namespace handoff::testing {
namespace {

using End = DeliveryOutcome::End;

const std::vector<std::string> kLoopback = {"127.0.0.0/8"};

EmailMessage sample_message(const std::string& to = "team@acme.example") {
  return *email_message(sample_handoff(), {.from = "Acme <support@acme.example>", .to = to});
}

EmailSettings settings_for(const std::string& url, std::string user = "",
                           std::string password = "") {
  return {.smtp_url = url, .username = std::move(user), .password = std::move(password)};
}

DeliveryOutcome sent_to(const SmtpSink& sink, const std::string& scheme = "smtp") {
  return Smtp(kLoopback).send(sample_message(), settings_for(sink.url(scheme)));
}

DeliveryOutcome refused_at(const char* at, int code, const char* text) {
  const SmtpSink sink(Json{{"refuse", {{"at", at}, {"code", code}, {"text", text}}}});
  return sent_to(sink);
}

DeliveryOutcome answered_with(std::initializer_list<Json> script, EmailSettings settings = {}) {
  const SmtpSink sink(Json{{"script", Json::array_t(script)}});
  settings.smtp_url = sink.url();
  return Smtp(kLoopback).send(sample_message(), settings);
}

/// Its queue of connections is full, so the next one gets no answer.
class FullListener {
 public:
  FullListener() {
    address_.sin_family = AF_INET;
    address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int listener = opened();
    socklen_t size = sizeof address_;
    if (bind(listener, at(), size) != 0 || listen(listener, 0) != 0 ||
        getsockname(listener, at(), &size) != 0) {
      throw std::runtime_error("cannot listen");
    }
    for (int i = 0; i < 4; ++i) connect(opened(), at(), size);
  }
  ~FullListener() {
    for (const int socket : sockets_) close(socket);
  }
  FullListener(const FullListener&) = delete;
  FullListener& operator=(const FullListener&) = delete;

  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(ntohs(address_.sin_port)); }

 private:
  int opened() {
    sockets_.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    return sockets_.back();
  }
  sockaddr* at() { return reinterpret_cast<sockaddr*>(&address_); }

  sockaddr_in address_{};
  std::vector<int> sockets_ = {};
};

TEST(Smtp, delivers_a_mail_that_others_can_read) {
  SmtpSink sink;
  const DeliveryOutcome outcome = sent_to(sink);
  EXPECT_EQ(outcome.end, End::kDelivered) << outcome.what;
  EXPECT_EQ(outcome.what, "250 OK: message queued");
  const Json mail = sink.next_mail();
  EXPECT_EQ(mail["from"], "support@acme.example");
  EXPECT_EQ(mail["to"], Json({"team@acme.example"}));
  EXPECT_EQ(mail["greeting"], "acme.example");
  EXPECT_EQ(mail["subject"], "🙋 Human Handoff Requested");
  EXPECT_EQ(mail["sender"]["name"], "Acme");
  EXPECT_EQ(mail["headers"]["x-handoff-delivery"], "delivery-81");
  EXPECT_EQ(mail["headers"]["message-id"], sample_message().message_id);
  EXPECT_NE(mail["text"].get<std::string>().find("\n- AI: The team plan covers"),
            std::string::npos);
  EXPECT_NE(mail["html"].get<std::string>().find("Open the conversation</a>"), std::string::npos);
  EXPECT_EQ(mail["raw"], sample_message().bytes);
}

TEST(Smtp, keeps_every_byte_of_a_hostile_mail) {
  SmtpSink sink;
  Notice notice = sample_handoff();
  notice.visitor = "Ștefan\r\n.\r\nMAIL FROM:<evil@example.com>\r\n";
  notice.last = {{Author::kVisitor, ".\n..\nFrom me\n" + std::string(998, 'x') + "\u202E"}};
  const EmailMessage message = *email_message(notice, {"a@acme.example", "team@acme.example"});
  EXPECT_EQ(Smtp(kLoopback).send(message, settings_for(sink.url())).end, End::kDelivered);
  const Json mail = sink.next_mail();
  EXPECT_EQ(mail["raw"], message.bytes);
  EXPECT_NE(
      mail["text"].get<std::string>().find("Visitor: Ștefan . MAIL FROM:<evil@example.com>\n"),
      std::string::npos);
}

TEST(Smtp, delivers_from_many_threads_at_once) {
  SmtpSink sink;
  const Smtp smtp(kLoopback);
  std::vector<std::thread> threads;
  std::atomic<int> delivered{0};
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&, i] {
      const auto message = sample_message("team" + std::to_string(i) + "@acme.example");
      if (smtp.send(message, settings_for(sink.url())).end == End::kDelivered) ++delivered;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(delivered, 8);
  std::set<std::string> recipients;
  for (int i = 0; i < 8; ++i) recipients.insert(sink.next_mail()["to"][0].get<std::string>());
  EXPECT_EQ(recipients.size(), 8U);
}

TEST(Smtp, greets_with_the_name_in_the_path) {
  SmtpSink sink;
  EXPECT_EQ(
      Smtp(kLoopback).send(sample_message(), settings_for(sink.url() + "/mx.acme.example")).end,
      End::kDelivered);
  EXPECT_EQ(sink.next_mail()["greeting"], "mx.acme.example");
}

TEST(Smtp, tries_later_what_is_refused_for_now) {
  const DeliveryOutcome outcome = refused_at("recipient", 450, "4.2.0 Greylisted, come back");
  EXPECT_EQ(outcome.end, End::kTryLater);
  EXPECT_EQ(outcome.what, "to the recipient the mail server said: 450 4.2.0 Greylisted, come back");
  EXPECT_EQ(refused_at("connect", 421, "4.3.2 Shutting down").end, End::kTryLater);
  EXPECT_EQ(refused_at("message", 452, "4.3.1 Disk full").end, End::kTryLater);
}

TEST(Smtp, forgets_a_recipient_that_is_gone) {
  const DeliveryOutcome outcome = refused_at("recipient", 550, "5.1.1 No such user");
  EXPECT_EQ(outcome.end, End::kGone);
  EXPECT_EQ(outcome.what, "to the recipient the mail server said: 550 5.1.1 No such user");
  EXPECT_EQ(refused_at("recipient", 551, "User not local").end, End::kGone);
  EXPECT_EQ(refused_at("recipient", 553, "Mailbox name not allowed").end, End::kGone);
  EXPECT_EQ(refused_at("recipient", 554, "5.1.10 Takes no mail").end, End::kGone);
}

TEST(Smtp, blames_no_recipient_for_what_is_about_us) {
  EXPECT_EQ(refused_at("recipient", 550, "5.7.1 Relaying denied").end, End::kRefused);
  EXPECT_EQ(refused_at("recipient", 550, "relay not permitted").end, End::kRefused);
  EXPECT_EQ(refused_at("recipient", 550, "5.1.8 Sender's domain not found").end, End::kRefused);
  EXPECT_EQ(refused_at("sender", 550, "5.1.1 No such sender").end, End::kRefused);
  EXPECT_EQ(refused_at("connect", 554, "5.7.1 You are on a list").end, End::kRefused);
}

TEST(Smtp, gives_up_what_is_refused_for_good) {
  const DeliveryOutcome outcome = refused_at("message", 554, "5.6.0 We do not like it");
  EXPECT_EQ(outcome.end, End::kRefused);
  EXPECT_EQ(outcome.what, "to the message the mail server said: 554 5.6.0 We do not like it");
}

TEST(Smtp, says_that_a_mail_may_arrive_twice_when_its_fate_is_unknown) {
  SmtpSink sink(Json{{"drop", true}});
  const DeliveryOutcome outcome = sent_to(sink);
  EXPECT_EQ(outcome.end, End::kTryLater);
  EXPECT_EQ(outcome.what,
            "the connection to the mail server was cut off, with the message under way; it may "
            "arrive twice");
  EXPECT_EQ(sink.next_mail()["headers"]["x-handoff-delivery"], "delivery-81");
}

TEST(Smtp, does_not_wait_for_ever) {
  const SmtpSink sink(Json{{"hang", true}});
  const Smtp smtp(kLoopback, "", {.total_within = std::chrono::milliseconds(1500)});
  const DeliveryOutcome outcome = smtp.send(sample_message(), settings_for(sink.url()));
  EXPECT_EQ(outcome.end, End::kTryLater);
  EXPECT_EQ(outcome.what.rfind("the mail server was not done within 1500 ms", 0), 0U)
      << outcome.what;
}

TEST(Smtp, ends_soon_when_cancelled) {
  const SmtpSink sink(Json{{"script", Json::array({nullptr})}});
  Cancellation cancellation;
  std::thread other([&] { cancellation.cancel(); });
  const DeliveryOutcome outcome =
      Smtp(kLoopback).send(sample_message(), settings_for(sink.url()), &cancellation);
  other.join();
  EXPECT_EQ(outcome.end, End::kTryLater);
  EXPECT_EQ(outcome.what, "cancelled");
}

TEST(Smtp, ends_soon_when_cancelled_behind_the_message) {
  SmtpSink sink(Json{{"hang", true}});
  Cancellation cancellation;
  std::thread other([&] {
    sink.next_mail();
    cancellation.cancel();
  });
  const DeliveryOutcome outcome =
      Smtp(kLoopback, "", {.total_within = std::chrono::hours(1)})
          .send(sample_message(), settings_for(sink.url()), &cancellation);
  other.join();
  EXPECT_EQ(outcome.end, End::kTryLater);
  EXPECT_EQ(outcome.what, "cancelled, with the message under way; it may arrive twice");
}

TEST(Smtp, counts_a_mail_as_delivered_although_the_server_never_says_goodbye) {
  const DeliveryOutcome outcome = answered_with(
      {"220 hello", "250 sink", "250 ok", "250 ok", "354 go on", "250 2.0.0 queued as 42"});
  EXPECT_EQ(outcome.what, "250 2.0.0 queued as 42");
  EXPECT_EQ(outcome.end, End::kDelivered);
}

TEST(Smtp, tries_later_where_nobody_answers) {
  const DeliveryOutcome outcome =
      Smtp(kLoopback).send(sample_message(), settings_for("smtp://127.0.0.1:1"));
  EXPECT_EQ(outcome.end, End::kTryLater);
  EXPECT_EQ(outcome.what, "nothing accepts connections at the mail server's address");
}

TEST(Smtp, does_not_wait_long_for_a_connection) {
  const FullListener listener;
  const Smtp smtp(
      kLoopback, "",
      {.connect_within = std::chrono::milliseconds(200), .total_within = std::chrono::minutes(10)});
  const DeliveryOutcome outcome = smtp.send(sample_message(), settings_for(listener.url()));
  EXPECT_EQ(outcome.end, End::kTryLater);
  EXPECT_EQ(outcome.what, "no connection to the mail server within 200 ms");
}

TEST(Smtp, signs_in) {
  SmtpSink sink(Json{{"user", "acme"}, {"password", "sesame"}});
  const auto outcome =
      Smtp(kLoopback).send(sample_message(), settings_for(sink.url(), "acme", "sesame"));
  EXPECT_EQ(outcome.end, End::kDelivered) << outcome.what;
  EXPECT_EQ(sink.next_mail()["user"], "acme");
}

TEST(Smtp, refuses_for_good_when_the_sign_in_fails) {
  const SmtpSink sink(Json{{"user", "acme"}, {"password", "sesame"}});
  const auto wrong = Smtp(kLoopback).send(sample_message(), settings_for(sink.url(), "acme", "no"));
  EXPECT_EQ(wrong.end, End::kRefused);
  EXPECT_EQ(wrong.what, "to the sign-in the mail server said: 535 5.7.8 Authentication failed");
  const auto without = Smtp(kLoopback).send(sample_message(), settings_for(sink.url()));
  EXPECT_EQ(without.end, End::kRefused);
}

TEST(Smtp, never_repeats_the_password) {
  const auto outcome = answered_with({"220 hello", "250-sink\r\n250 AUTH PLAIN", "334 ",
                                      "535 not sesame, not c2VzYW1l and not AGFjbWUAc2VzYW1l"},
                                     {.username = "acme", .password = "sesame"});
  EXPECT_EQ(outcome.end, End::kRefused);
  EXPECT_EQ(outcome.what.find("sesame"), std::string::npos) << outcome.what;
  EXPECT_EQ(outcome.what.find("c2VzYW1l"), std::string::npos) << outcome.what;
}

TEST(Smtp, cleans_and_cuts_what_the_server_says) {
  const auto outcome = answered_with({"554-No\x1b[2J\u202E!\r\n554 " + std::string(500, 'x')});
  EXPECT_EQ(outcome.end, End::kRefused);
  EXPECT_EQ(outcome.what.rfind("the mail server greeted with: 554 No[2J! xxx", 0), 0U)
      << outcome.what;
  EXPECT_LE(outcome.what.size(), 202U);
}

TEST(Smtp, tells_a_mail_server_from_another) {
  const auto outcome = answered_with({"300 What do you want?"});
  EXPECT_EQ(outcome.end, End::kRefused);
  EXPECT_EQ(outcome.what, "what answers there is no mail server");
}

TEST(SmtpTls, is_used_and_verified_where_the_server_offers_it) {
  const TlsIdentity identity;
  SmtpSink sink(Json{{"cert", identity.certificate_file()}, {"key", identity.key_file()}});
  const Smtp smtp(kLoopback, identity.ca_file());
  EXPECT_EQ(smtp.send(sample_message(), settings_for(sink.url())).end, End::kDelivered);
  const Json mail = sink.next_mail();
  EXPECT_EQ(mail["secure"], true);
  EXPECT_EQ(mail["connections"], 1);  // a second one would not be verified
}

TEST(SmtpTls, begins_with_the_first_byte_behind_smtps) {
  const TlsIdentity identity;
  SmtpSink sink(
      Json{{"tls", true}, {"cert", identity.certificate_file()}, {"key", identity.key_file()}});
  const Smtp smtp(kLoopback, identity.ca_file());
  EXPECT_EQ(smtp.send(sample_message(), settings_for(sink.url("smtps"))).end, End::kDelivered);
  EXPECT_EQ(sink.next_mail()["secure"], true);
}

TEST(SmtpTls, is_refused_behind_smtps_where_the_certificate_is_not_to_be_trusted) {
  const TlsIdentity identity;
  const SmtpSink sink(
      Json{{"tls", true}, {"cert", identity.certificate_file()}, {"key", identity.key_file()}});
  const DeliveryOutcome outcome = sent_to(sink, "smtps");
  EXPECT_EQ(outcome.end, End::kRefused);
  EXPECT_EQ(outcome.what, "the certificate of the mail server is not one to trust for this host");
}

TEST(SmtpTls, is_missed_behind_smtps_where_the_port_speaks_without) {
  const SmtpSink sink;
  const DeliveryOutcome outcome = sent_to(sink, "smtps");
  EXPECT_EQ(outcome.end, End::kRefused);
  EXPECT_EQ(outcome.what.rfind("no TLS 1.2 or newer could be agreed on", 0), 0U) << outcome.what;
}

TEST(SmtpTls, that_is_cut_off_is_tried_later) {
  const SmtpSink sink(Json{{"cut", true}});
  const DeliveryOutcome outcome = sent_to(sink, "smtps");
  EXPECT_EQ(outcome.end, End::kTryLater) << outcome.what;
}

// The relay on the own computer: Debian's mail server offers STARTTLS with a certificate of its
// own.
TEST(SmtpTls, is_taken_as_it_is_from_a_private_server) {
  const TlsIdentity identity;
  SmtpSink sink(Json{{"cert", identity.certificate_file()}, {"key", identity.key_file()}});
  EXPECT_EQ(sent_to(sink).end, End::kDelivered);
  EXPECT_EQ(sink.next_mail()["secure"], true);
}

TEST(SmtpTls, is_done_without_where_a_private_server_has_none) {
  SmtpSink sink;
  EXPECT_EQ(sent_to(sink).end, End::kDelivered);
  EXPECT_EQ(sink.next_mail()["secure"], false);
}

TEST(SmtpTls, is_not_expected_of_a_private_server_that_is_too_old_for_it) {
  const DeliveryOutcome outcome = answered_with({"220 hello", "502 What?", "250 hi", "250 ok",
                                                 "250 ok", "354 go on", "250 thanks", "221 bye"});
  EXPECT_EQ(outcome.end, End::kDelivered) << outcome.what;
}

TEST(SmtpTls, is_demanded_of_public_servers) {
  const AddressRules rules(kLoopback);
  const auto reason = [&](const char* address, bool with_tls) {
    return rules.reason_against_mail(parse_address(address).value(), with_tls);
  };
  EXPECT_EQ(reason("8.8.8.8", true), "");
  EXPECT_EQ(reason("2001:4860:4860::8888", true), "");
  EXPECT_EQ(reason("8.8.8.8", false),
            "mail without TLS goes only to addresses in outbound.allow_private_cidrs");
  EXPECT_EQ(reason("127.0.0.1", false), "");
  EXPECT_EQ(reason("10.0.0.1", true),
            "10.0.0.1 is not a public address, and outbound.allow_private_cidrs does not hold it");
}

TEST(SmtpTls, is_no_wish_where_the_server_is_public) {
  const SmtpEnd none{.code = CURLE_USE_SSL_FAILED, .reply = {SmtpReply::To::kHello, 250, "250 hi"}};
  EXPECT_FALSE(may_do_without_tls(none));
  EXPECT_EQ(smtp_verdict(none).end, End::kRefused);
  EXPECT_EQ(smtp_verdict(none).what.rfind("the mail server offers no TLS (STARTTLS)", 0), 0U);
  SmtpEnd in_the_house = none;
  in_the_house.went_private = true;
  EXPECT_TRUE(may_do_without_tls(in_the_house));
}

TEST(Smtp, reaches_no_private_address_that_is_not_allowed) {
  SmtpSink sink;
  const auto port = sink.url().substr(sink.url().rfind(':'));
  for (const char* host : {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433",
                           "0x7f.1", "169.254.169.254"}) {
    const auto outcome =
        Smtp({}).send(sample_message(), settings_for("smtp://" + std::string(host) + port));
    EXPECT_EQ(outcome.end, End::kRefused) << host << " " << outcome.what;
  }
}

TEST(Smtp, refuses_an_address_that_is_none) {
  for (const char* url : {"", "mail.example", "http://mail.example", "smtp://", "smtp://a b",
                          "smtp://user:secret@mail.example", "smtps://mail.example:99999",
                          "smtp://b\u00FCcher.example", "smtp://mail.example/a%0d%0aRSET"}) {
    const auto outcome = Smtp(kLoopback).send(sample_message(), settings_for(url));
    EXPECT_EQ(outcome.end, End::kRefused) << url << " " << outcome.what;
    EXPECT_EQ(outcome.what.find("secret"), std::string::npos);
  }
}

TEST(Smtp, asks_no_proxy_of_the_environment) {
  setenv("ALL_PROXY", "http://127.0.0.1:1", 1);
  setenv("smtp_proxy", "http://127.0.0.1:1", 1);
  SmtpSink sink;
  EXPECT_EQ(sent_to(sink).end, End::kDelivered);
  unsetenv("ALL_PROXY");
  unsetenv("smtp_proxy");
}

}  // namespace
}  // namespace handoff::testing
