#include <array>

#include "http/fields.h"
#include "live/sse.h"
#include "service/topics.h"
#include "store/handoffs.h"

/// What agents see of all conversations: the inbox, its live stream, the promises, the reports.
namespace handoff::http {
namespace {

constexpr int kPage = 100;
constexpr int kMaxResume = 500;
constexpr std::array<std::string_view, 5> kStates{"waiting", "human", "callback", "ai", "closed"};

Result<std::vector<std::string>> wanted_states(const Request& request) {
  const std::string wanted(request.query_value("state").value_or("waiting,human,callback,ai"));
  std::vector<std::string> out;
  for (const auto state : kStates) {
    const std::string padded = "," + wanted + ",";
    if (padded.find("," + std::string(state) + ",") != std::string::npos) out.emplace_back(state);
  }
  const auto commas = static_cast<std::size_t>(std::count(wanted.begin(), wanted.end(), ','));
  if (out.size() != commas + 1) {
    return invalid(
        "state",
        "is \"" + wanted.substr(0, 60) +
            "\"; waiting, human, callback, ai and closed, separated by commas, are accepted");
  }
  return out;
}

/// `state:urgency:id` of the last row; opaque to clients.
struct PageCursor {
  std::string state;
  std::int64_t urgent_at = INT64_MIN;
  std::string id;
};

Result<PageCursor> page_cursor(const Request& request) {
  const auto text = request.query_value("cursor");
  if (!text || text->empty()) return PageCursor{};
  const auto first = text->find(':');
  const auto second = first == std::string_view::npos ? first : text->find(':', first + 1);
  const std::string number = second == std::string_view::npos
                                 ? ""
                                 : std::string(text->substr(first + 1, second - first - 1));
  const bool good =
      !number.empty() && number.size() < 18 &&
      number.find_first_not_of("0123456789", number[0] == '-' ? 1 : 0) == std::string::npos &&
      number != "-";
  if (!good) return invalid("cursor", "is not one that this server gave; leave it out to begin");
  return PageCursor{std::string(text->substr(0, first)), std::stoll(number),
                    std::string(text->substr(second + 1))};
}

std::string cursor_text(const store::InboxRow& row) {
  return std::string(state_name(row.conversation.state)) + ":" +
         std::to_string(store::urgency(row.conversation)) + ":" + row.conversation.id;
}

Json team_json(const Call& call) {
  Json out = Json::array();
  std::map<std::string, PresenceStatus> present;
  for (const auto& agent : call.services.presence.list()) present[agent.id] = agent.status;
  for (const auto& agent : call.services.accounts.list()) {
    if (agent.disabled) continue;
    const auto status = present.find(agent.id);
    out.push_back({{"id", agent.id},
                   {"name", agent.name},
                   {"status", to_string(status == present.end() ? PresenceStatus::kOffline
                                                                : status->second)}});
  }
  return out;
}

std::vector<store::InboxRow> page_of(const Call& call, const std::string& site,
                                     const std::vector<std::string>& states,
                                     const PageCursor& from) {
  return call.services.database.read([&](Connection& connection) {
    std::vector<store::InboxRow> rows;
    bool begun = from.state.empty();
    for (const auto& state : states) {
      const bool resumed = !begun && state == from.state;
      begun = begun || resumed;
      if (!begun || rows.size() >= kPage) continue;
      store::InboxQuery query{
          .site = site, .state = state, .limit = kPage - static_cast<int>(rows.size())};
      if (resumed) {
        query.after_urgent = from.urgent_at;
        query.after_id = from.id;
      }
      for (auto& row : store::inbox_rows(connection, query)) rows.push_back(std::move(row));
    }
    return rows;
  });
}

Result<Response> inbox(Call& call) {
  const auto states = wanted_states(call.request);
  if (!states) return states.error();
  const auto cursor = page_cursor(call.request);
  if (!cursor) return cursor.error();
  const auto site = call.services.sites.current();
  const auto rows = page_of(call, site->settings.site.id, *states, *cursor);
  Json items = Json::array();
  for (const auto& row : rows) items.push_back(inbox_item(row));
  return json_response(
      200, {{"items", items},
            {"next_cursor", rows.size() == kPage ? Json(cursor_text(rows.back())) : Json(nullptr)},
            {"agents", team_json(call)},
            {"site",
             {{"id", site->settings.site.id},
              {"name", site->settings.site.name},
              {"timezone", site->settings.availability.timezone}}}});
}

/// The change number of an id that this stream has sent; nullopt when it is not ours.
std::optional<std::int64_t> change_of(std::string_view id, const std::string& generation,
                                      std::int64_t newest) {
  const live::Cursor at = live::parse_cursor(id, "", generation);
  if (at.kind != live::Cursor::Kind::kAfter || at.seq > newest) return std::nullopt;
  return at.seq;
}

live::Replay inbox_replay(Database& database, const std::string& site,
                          const std::string& generation, const std::string& last_id) {
  return database.read([&](Connection& connection) {
    const std::int64_t newest = store::newest_change(connection, site);
    const auto since = change_of(last_id, generation, newest);
    live::Replay replay{{}, newest};
    std::vector<store::InboxRow> rows;
    if (since) rows = store::changed_since(connection, site, *since, kMaxResume);
    if (!since || rows.size() == kMaxResume) {
      replay.events.push_back({0, "reset", dump_json({{"as_of_seq", newest}})});
      return replay;
    }
    for (const auto& row : rows) replay.events.push_back(inbox_event(row));
    return replay;
  });
}

Result<Response> inbox_events(Call& call) {
  const auto settings = call.services.sites.current();
  const std::string site = settings->settings.site.id;
  Response response;
  response.stream(
      {.place = {topics::inbox(site), topics::agent_inbox_principal(call.actor().person.id),
                 settings->settings.limits.streams_per_agent},
       .replay =
           [&database = call.services.database, site, generation = call.services.hub.generation(),
            last_id = std::string(call.request.header("Last-Event-ID"))]() -> Result<live::Replay> {
         return inbox_replay(database, site, generation, last_id);
       }});
  return response;
}

/// The conversation as in the inbox, with this promise: it may have been given another one since.
Json promise_item(const store::InboxRow& row, const store::PromiseRow& promise) {
  const bool late = promise.state == "open" && promise.due_at != promise.first_due_at;
  Json item = inbox_item(row);
  item["callback"] = {{"due_at", format_utc(promise.due_at)},
                      {"promised_at", format_utc(promise.promised_at)},
                      {"state", late ? "broken" : promise.state},
                      {"first_due_at", format_utc(promise.first_due_at)},
                      {"answered_at", promise.answered_at ? Json(format_utc(*promise.answered_at))
                                                          : Json(nullptr)}};
  return item;
}

Result<Response> callbacks(Call& call) {
  const std::string state(call.request.query_value("state").value_or("open"));
  if (state != "open" && state != "kept" && state != "broken") {
    return invalid("state", "open, kept or broken is accepted");
  }
  const std::string site = call.services.sites.current()->settings.site.id;
  Json items = call.services.database.read([&](Connection& connection) {
    Json out = Json::array();
    for (const auto& promise : store::promises(connection, site, state, 500)) {
      if (const auto row = store::find_inbox_row(connection, promise.conversation_id))
        out.push_back(promise_item(*row, promise));
    }
    return out;
  });
  return json_response(200, {{"items", std::move(items)}, {"next_cursor", nullptr}});
}

Result<Response> report(Call& call) {
  const auto from = query_instant(call.request, "from");
  if (!from) return from.error();
  const auto to = query_instant(call.request, "to");
  if (!to) return to.error();
  const Instant now = call.services.clock.now();
  const Instant until = to->value_or(now);
  const Instant since = from->value_or(until - std::chrono::hours(30 * 24));
  return json_response(200, call.services.reports.handoffs(since, until, now));
}

}  // namespace

void add_inbox_routes(Api& api) {
  // Bots too: one without a webhook learns here of new conversations.
  api.add(kAgent | kBot, "GET", "/v1/inbox", inbox);
  api.add(kAgent | kBot, "GET", "/v1/inbox/events", inbox_events);
  api.add(kAgent, "GET", "/v1/callbacks", callbacks);
  api.add(kAgent, "GET", "/v1/reports/handoffs", report);
}

}  // namespace handoff::http
