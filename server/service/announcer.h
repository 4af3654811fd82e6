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
  void presence(const std::string& site, const std::string& agent_id, std::string_view status);

 private:
  live::Hub& hub_;
};

live::StreamEvent stream_event(const Event& event, bool for_visitor);
live::StreamEvent inbox_event(const store::InboxRow& row);

}  // namespace handoff
