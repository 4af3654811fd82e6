#include "http/fields.h"
#include "live/sse.h"
#include "service/topics.h"

/// The live stream of one conversation, and its long poll.
namespace handoff::http {
namespace {

/// Where a reader was: `seq` of the last event it has. `honoured` is false when that place is not
/// ours.
struct Cursor {
  std::int64_t after = 0;
  bool honoured = true;
};

Result<Cursor> cursor_of(const Request& request, const std::string& generation,
                         std::int64_t as_of_seq) {
  const std::string_view last_id = request.header("Last-Event-ID");
  if (!last_id.empty()) {
    const live::Cursor at = live::parse_cursor(last_id, "", generation);
    const bool ours = at.kind != live::Cursor::Kind::kUnknown && at.seq <= as_of_seq;
    return ours ? Cursor{at.seq, true} : Cursor{0, false};
  }
  const auto after = query_count(request, "after");
  if (!after) return after.error();
  if (after->value_or(0) > as_of_seq) return Cursor{0, false};
  return Cursor{after->value_or(0), true};
}

live::StreamEvent reset_event(std::int64_t as_of_seq) {
  return {0, "reset", dump_json({{"as_of_seq", as_of_seq}})};
}

Response live_stream(const Call& call, const live::Place& place, Cursor cursor) {
  Response response;
  const bool visitor = call.is_visitor();
  Conversations& conversations = call.services.conversations;
  response.stream(
      {.place = place,
       .replay = [id = call.id(), visitor, cursor, &conversations]() -> Result<live::Replay> {
         const auto events = conversations.events(id, cursor.after);
         live::Replay replay{{}, cursor.after};
         if (!events.empty()) replay.through = events.back().seq;
         if (!cursor.honoured) replay.events.push_back(reset_event(replay.through));
         for (const auto& event : events) replay.events.push_back(stream_event(event, visitor));
         return replay;
       }});
  return response;
}

Response long_poll(const Call& call, const live::Place& place, Cursor cursor,
                   std::int64_t wait_seconds) {
  Response response;
  const Audience audience = call.audience();
  Conversations& conversations = call.services.conversations;
  response.wait(
      {.place = place,
       .timeout = std::chrono::seconds(wait_seconds),
       .poll = [id = call.id(), audience, cursor, &conversations](Response& out, bool last) {
         const auto events = conversations.events(id, cursor.after);
         if (events.empty() && !last) return false;
         Json list = Json::array();
         for (const auto& event : events) list.push_back(event_json(event, audience));
         const std::int64_t as_of = events.empty() ? cursor.after : events.back().seq;
         Json answer = {{"events", list}, {"as_of_seq", as_of}};
         if (!cursor.honoured) answer["reset"] = true;
         out.json(200, answer);
         return true;
       }});
  return response;
}

Result<Response> events(Call& call) {
  const auto conversation = call.services.conversations.find(call.id());
  if (!conversation) return conversation.error();
  const auto cursor =
      cursor_of(call.request, call.services.hub.generation(), conversation->as_of_seq);
  if (!cursor) return cursor.error();
  if (call.is_visitor()) call.services.visitor_mail.came_back(call.id());
  const auto wait = query_count(call.request, "wait");
  if (!wait) return wait.error();
  const auto& limits = call.services.sites.current()->settings.limits;
  const live::Place place =
      call.is_visitor()
          ? live::Place{topics::for_visitor(call.id()), topics::visitor_principal(call.id()),
                        limits.streams_per_visitor}
          : live::Place{topics::for_agents(call.id()),
                        topics::agent_principal(call.actor().person.id), limits.streams_per_agent};
  if (call.request.accepts("text/event-stream")) return live_stream(call, place, *cursor);
  return long_poll(call, place, *cursor, std::min<std::int64_t>(wait->value_or(25), 60));
}

}  // namespace

void add_stream_routes(Api& api) {
  api.add(kVisitor | kAgent | kBot, "GET", "/v1/conversations/{id}/events", events);
}

}  // namespace handoff::http
