#pragma once

#include <gtest/gtest.h>

#include <string>

#include "support/smtp_sink.h"
#include "support/test_app.h"

/// The whole server with a mail server behind it, for mails to visitors.
namespace handoff::testing {

inline constexpr const char* kVisitorAddress = "jon@visitor.example";

inline std::string mailing_settings(const std::string& smtp_url, const std::string& more = "") {
  return R"({"site": {"name": "Acme", "url": "https://handoff.acme.example/",
    "origins": ["https://www.acme.example"]}, )" +
         more + R"("outbound": {"allow_private_cidrs": ["127.0.0.0/8"]},
    "human": {"silent_minutes": 1440, "agent_lost_seconds": 3600},
    "limits": {"conversations_per_hour": 0, "messages_per_minute": 0},
    "notifications": {"ladder": [], "email": {"smtp_url": ")" +
         smtp_url + R"(", "from": "Acme <support@acme.example>", "to": ["team@acme.example"]}}})";
}

/// The address of the link in a mail, without the host; empty: there is none.
inline std::string link_in(const Json& mail) {
  const auto text = mail["text"].get<std::string>();
  const std::string base = "https://handoff.acme.example/m/";
  const auto at = text.find(base);
  if (at == std::string::npos) return "";
  const auto end = text.find_first_of(" \n", at);
  return text.substr(at, end - at).substr(base.size() - 3);
}

struct MailedApp {
  explicit MailedApp(const std::string& more = "", const Json& wanted = Json::object())
      : sink(wanted), app({.settings = mailing_settings(sink.url(), more)}) {}

  /// Everything that time brings about, after it has passed.
  void later(Seconds by) {
    app.clock->advance(by);
    app.app->tick();
    app.app->drain();
    // Sessions end.
    if (by >= std::chrono::hours(1)) ana.credentials = app.agent("Ana", "admin").credentials;
  }
  /// A visitor asks for a person, gives the address and goes; Ana takes over.
  TestApp::Visit visitor(const std::string& address = kVisitorAddress,
                         const std::string& locale = "en") {
    auto visit = app.visitor(
        {{"locale", locale}, {"page", {{"url", "https://www.acme.example/pricing?key=s3cret#a"}}}});
    visit.client.post(visit.path("/messages"),
                      {{"client_id", "q"}, {"text", "Do you ship to Cluj? I am Jon Doe."}});
    visit.client.put(visit.path("/contact"), {{"name", "Jon Doe"}, {"email", address}});
    visit.client.post(visit.path("/handoff"));
    EXPECT_EQ(ana.post(visit.path("/takeover")).status, 200);
    return visit;
  }
  void answer(const TestApp::Visit& visit, const std::string& text) {
    ana.post(visit.path("/takeover"));  // Time has passed: the agent may have been taken for lost.
    const auto sent = ana.post(visit.path("/messages"), {{"client_id", text}, {"text", text}});
    EXPECT_EQ(sent.status, 201) << dump_json(sent.body);
  }
  Json state(const TestApp::Visit& visit) { return ana.get(visit.path("/mail")).body; }

  /// What a page's form sends.
  Answer press(const std::string& link, const std::string& body) {
    RawClient client(app.port());
    return *client.ask("POST " + link +
                       " HTTP/1.1\r\nHost: localhost\r\nOrigin: null\r\nContent-Type: "
                       "application/x-www-form-urlencoded\r\nContent-Length: " +
                       std::to_string(body.size()) + "\r\n\r\n" + body);
  }
  Answer open(const std::string& link) {
    RawClient client(app.port());
    return *client.ask("GET " + link + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }
  /// A visitor with a confirmed address, whose first answer has arrived.
  TestApp::Visit confirmed_visitor(const std::string& address = kVisitorAddress) {
    auto visit = visitor(address);
    answer(visit, "We do.");
    later(Seconds(120));
    EXPECT_EQ(press(link_in(sink.next_mail()), "action=confirm").status, 200);
    app.app->drain();
    EXPECT_EQ(sink.next_mail()["subject"], "Acme has answered you");
    return visit;
  }
  /// The next mail is this one: nothing was sent before it.
  void expect_nothing_before_a_new_question() {
    const std::string address = "proof" + std::to_string(++proofs) + "@proof.example";
    const auto visit = visitor(address);
    answer(visit, "Hello");
    later(Seconds(120));
    EXPECT_EQ(sink.next_mail()["to"][0], address);
  }

  SmtpSink sink;
  TestApp app;
  ApiClient ana = app.agent("Ana", "admin");
  int proofs = 0;
};

}  // namespace handoff::testing
