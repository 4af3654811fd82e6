#pragma once

#include <functional>
#include <string>
#include <vector>

#include "handoff/conversation.h"
#include "handoff/event.h"
#include "handoff/json.h"
#include "live/hub.h"
#include "store/conversations.h"

/// Tells the open streams what has been committed, and what passes by without being stored.
/// Thread-safe.
namespace handoff {

/// A visitor without a name is called by the end of the conversation's id: `Visitor 3f9a`.
std::string visitor_label(const Conversation& conversation);

/// A conversation as the inbox lists it.
Json inbox_item(const store::InboxRow& row);

class Announcer {
 public:
  explicit Announcer(live::Hub& hub) : hub_(hub) {}

  /// After the commit only: what is announced is durable.
  void committed(const store::InboxRow& row, const std::vector<Event>& events);

  void typing(const Conversation& conversation, Author author, const std::string& name,
              bool active);
  /// The AI's answer so far; it only grows.
  void partial(const std::string& conversation_id, std::int64_t epoch, const std::string& text);
  /// What was shown of the AI's answer is taken back.
  void withdrawn(const std::string& conversation_id);
  /// An answer that came too late is kept for the agent.
  void draft(const std::string& conversation_id, const std::string& text, Percent confidence);
  /// The agent's summary was written anew.
  void summary(const std::string& conversation_id, const Json& summary);
  void presence(const std::string& site, const std::string& agent_id, std::string_view status);

 private:
  live::Hub& hub_;
};

live::StreamEvent stream_event(const Event& event, bool for_visitor);
live::StreamEvent inbox_event(const store::InboxRow& row);

}  // namespace handoff
