#include "service/announcer.h"

#include "handoff/conversation_json.h"
#include "service/topics.h"

namespace handoff {

std::string visitor_label(const Conversation& conversation) {
  if (conversation.contact && !conversation.contact->name.empty())
    return conversation.contact->name;
  if (conversation.contact && !conversation.contact->email.empty())
    return conversation.contact->email;
  std::string tail;
  for (const char c : conversation.id) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) tail += c;
  }
  return "Visitor " + (tail.size() > 4 ? tail.substr(tail.size() - 4) : tail);
}

Json inbox_item(const store::InboxRow& row) {
  Json item = conversation_json(row.conversation, Audience::kAgent);
  item["visitor"] = visitor_label(row.conversation);
  item["preview"] = nullptr;
  if (row.preview) {
    item["preview"] = {{"author", to_string(row.preview->author)},
                       {"text", row.preview->text},
                       {"at", format_utc(row.preview->at)}};
  }
  return item;
}

live::StreamEvent stream_event(const Event& event, bool for_visitor) {
  const Json json = event_json(event, for_visitor ? Audience::kVisitor : Audience::kAgent);
  return {event.seq, json["type"].get<std::string>(), dump_json(json)};
}

live::StreamEvent inbox_event(const store::InboxRow& row) {
  return {row.change, "conversation", dump_json(inbox_item(row))};
}

void Announcer::committed(const store::InboxRow& row, const std::vector<Event>& events) {
  const std::string visitor = topics::for_visitor(row.conversation.id);
  const std::string agents = topics::for_agents(row.conversation.id);
  for (const auto& event : events) {
    hub_.publish(visitor, stream_event(event, true));
    hub_.publish(agents, stream_event(event, false));
  }
  hub_.publish(topics::inbox(row.conversation.site), inbox_event(row));
}

void Announcer::typing(const Conversation& conversation, Author author, const std::string& name,
                       bool active) {
  Json data = {
      {"conversation_id", conversation.id}, {"author", to_string(author)}, {"active", active}};
  if (!name.empty()) data["name"] = name;
  const live::StreamEvent event{0, "typing", dump_json(data)};
  if (author != Author::kVisitor) hub_.publish(topics::for_visitor(conversation.id), event);
  hub_.publish(topics::for_agents(conversation.id), event);
  if (author == Author::kVisitor) hub_.publish(topics::inbox(conversation.site), event);
}

void Announcer::partial(const std::string& conversation_id, std::int64_t epoch,
                        const std::string& text) {
  const live::StreamEvent event{0, "ai.partial", dump_json({{"text", text}, {"epoch", epoch}})};
  hub_.publish(topics::for_visitor(conversation_id), event);
  hub_.publish(topics::for_agents(conversation_id), event);
}

void Announcer::withdrawn(const std::string& conversation_id) {
  const live::StreamEvent event{0, "ai.withdrawn", "{}"};
  hub_.publish(topics::for_visitor(conversation_id), event);
  hub_.publish(topics::for_agents(conversation_id), event);
}

void Announcer::draft(const std::string& conversation_id, const std::string& text,
                      Percent confidence) {
  hub_.publish(
      topics::for_agents(conversation_id),
      {0, "ai.draft", dump_json({{"text", text}, {"confidence", percent_json(confidence)}})});
}

void Announcer::summary(const std::string& conversation_id, const Json& summary) {
  hub_.publish(topics::for_agents(conversation_id), {0, "summary", dump_json(summary)});
}

void Announcer::presence(const std::string& site, const std::string& agent_id,
                         std::string_view status) {
  hub_.publish(topics::inbox(site),
               {0, "presence", dump_json({{"agent_id", agent_id}, {"status", status}})});
}

}  // namespace handoff
