#pragma once

#include <string>
#include <vector>

#include "support/answering_server.h"
#include "support/smtp_sink.h"
#include "support/test_app.h"

namespace handoff::testing {

/// The server with a webhook and a mail server that take everything, and an admin, Ana, who is on
/// duty. `events`: of the webhook. The clock stands at `now`.
class ToldSite {
 public:
  explicit ToldSite(const Json& more = Json::object(), const std::vector<std::string>& events = {},
                    const std::vector<Json>& ladder = {},
                    const std::string& now = "2026-11-23T10:00:00Z")
      : hook({answer_text(204, "")}),
        app({.settings = settings(more, events, ladder), .now = now}) {}

  void later(Milliseconds by) {
    app.clock->advance(by);
    turn();
  }
  /// What time brings about, and what leaves the house because of it.
  void turn() {
    app.app->tick();
    app.app->drain();
  }
  Json hooked(std::size_t index) { return *parse_json(body_of(hook.requests().at(index))); }
  std::size_t hooks() { return hook.requests().size(); }

  AnsweringServer hook;
  SmtpSink mail;
  TestApp app;
  ApiClient ana = app.agent("Ana", "admin");

 private:
  std::string settings(const Json& more, const std::vector<std::string>& events,
                       const std::vector<Json>& ladder) const {
    Json out = {{"site", {{"name", "Acme"}, {"url", "https://handoff.acme.example"}}},
                {"outbound", {{"allow_private_cidrs", {"127.0.0.0/8"}}}},
                {"notifications",
                 {{"ladder", ladder},
                  {"email",
                   {{"smtp_url", mail.url()},
                    {"from", "Acme <support@acme.example>"},
                    {"to", {"team@acme.example"}}}},
                  {"webhooks",
                   {{{"url", hook.url("/hook")},
                     {"secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"},
                     {"events", events}}}}}}};
    if (more.is_object()) out.merge_patch(more);
    return dump_json(out);
  }
};

/// A step of the ladder.
inline Json step_of(int after_seconds, std::vector<std::string> channels) {
  return {{"after_seconds", after_seconds}, {"channels", channels}};
}

}  // namespace handoff::testing
