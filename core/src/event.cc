#include "handoff/event.h"

#include "overloaded.h"

namespace handoff {

std::string_view type_name(const Payload& payload) {
  return std::visit(
      Overloaded{[](const Message&) { return "message"; }, [](const Note&) { return "note"; },
                 [](const HandoffRequested&) { return "handoff.requested"; },
                 [](const HandoffOffered&) { return "handoff.offered"; },
                 [](const HandoffCancelled&) { return "handoff.cancelled"; },
                 [](const TakenOver&) { return "taken_over"; },
                 [](const Transferred&) { return "transferred"; },
                 [](const ReturnedToAi&) { return "returned_to_ai"; },
                 [](const CallbackWasPromised&) { return "callback.promised"; },
                 [](const ContactGiven&) { return "contact.given"; },
                 [](const WaitUpdated&) { return "wait.updated"; },
                 [](const AgentLost&) { return "agent.lost"; },
                 [](const ConversationClosed&) { return "closed"; },
                 [](const Reopened&) { return "reopened"; }, [](const Rated&) { return "rated"; },
                 [](const OutcomeLabelled&) { return "handoff.outcome"; },
                 [](const Hidden&) { return "hidden"; }},
      payload);
}

Event as_visitor_sees(Event event) {
  if (std::holds_alternative<Note>(event.payload) ||
      std::holds_alternative<OutcomeLabelled>(event.payload)) {
    return {.seq = event.seq};
  }
  if (auto* returned = std::get_if<ReturnedToAi>(&event.payload)) returned->note.clear();
  if (auto* message = std::get_if<Message>(&event.payload)) message->confidence_parts.clear();
  if (auto* requested = std::get_if<HandoffRequested>(&event.payload)) {
    requested->note.clear();
    requested->urgent = false;
  }
  if (auto* closed = std::get_if<ConversationClosed>(&event.payload)) closed->outcome.reset();
  return event;
}

}  // namespace handoff
