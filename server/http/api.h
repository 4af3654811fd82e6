#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <variant>

#include "handoff/conversation_json.h"
#include "http/counters.h"
#include "http/router.h"
#include "live/hub.h"
#include "service/accounts.h"
#include "service/ai_desk.h"
#include "service/announcer.h"
#include "service/conversations.h"
#include "service/own_bot.h"
#include "service/presence.h"
#include "service/rate_limiter.h"
#include "service/reports.h"
#include "service/summaries.h"
#include "service/visitor_mail.h"

/// What the routes share: the services they call, who is calling, and the way from a result to an
/// answer.
namespace handoff::http {

/// Whoever came with the token of one conversation.
struct Visitor {
  std::string conversation_id;
};

/// An agent with a session.
struct Agent {
  store::AgentRow row;
  std::string session_token;
};

/// A program with an API token.
struct Bot {
  store::ApiTokenRow row;
};

struct Nobody {};

using Principal = std::variant<Nobody, Visitor, Agent, Bot>;

/// Who may call a route; combined with `|`. An `admin` API token may do what an administrator may.
enum Who : unsigned { kAnybody = 0, kVisitor = 1, kAgent = 2, kBot = 4, kAdmin = 8 };

struct Services {
  const Sites& sites;
  const Clock& clock;
  Database& database;
  live::Hub& hub;
  Conversations& conversations;
  Accounts& accounts;
  Presence& presence;
  Announcer& announcer;
  Reports& reports;
  Summaries& summaries;
  AiDesk& ai_desk;
  OwnBot& own_bot;
  VisitorMail& visitor_mail;
  RateLimiter& per_minute;
  RateLimiter& per_hour;
  const std::atomic<bool>& draining;
  std::function<const Counters*()> counters;
};

/// One request on its way through a route.
struct Call {
  const Request& request;
  Services& services;
  Principal principal = Nobody{};

  /// The JSON object of the body. kInvalid for anything else; a missing body is an empty object.
  Result<Json> body() const;

  bool is_visitor() const { return std::holds_alternative<Visitor>(principal); }
  bool is_admin() const;
  /// How an agent or an admin token acts. REQUIRES: not a visitor.
  Actor actor() const;
  Audience audience() const;
  std::string id() const { return std::string(request.param("id")); }
};

using Action = std::function<Result<Response>(Call&)>;

/// Collects routes with who may call them, registers them with the router, and remembers them for
/// the OpenAPI test.
class Api {
 public:
  Api(Router& router, Services services) : router_(router), services_(std::move(services)) {}

  /// `body_bytes`: in the place of `limits.body_bytes`, which 0 keeps.
  void add(unsigned who, std::string_view method, std::string_view pattern, Action action,
           std::size_t body_bytes = 0);

  struct Entry {
    std::string method;
    std::string pattern;
  };
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  Router& router_;
  Services services_;
  std::vector<Entry> entries_ = {};
};

/// Answers.
Response json_response(int status, const Json& value);
Response no_content();
/// `{conversation}` as the caller may see it, with availability, and for agents with summary and
/// draft.
Json conversation_answer(const Call& call, const Conversation& conversation);
Response conversation_response(const Call& call, const Result<Applied>& applied);

/// The agent is gone: not online any more, and every open stream ends.
void end_presence(Services& services, const std::string& agent_id);

void add_public_routes(Api& api);
void add_conversation_routes(Api& api);
void add_handoff_routes(Api& api);
void add_stream_routes(Api& api);
void add_inbox_routes(Api& api);
void add_session_routes(Api& api);
void add_team_routes(Api& api);
void add_settings_routes(Api& api);
void add_operations_routes(Api& api);
void add_ai_routes(Api& api);

}  // namespace handoff::http
