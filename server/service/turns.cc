#include "service/turns.h"

namespace handoff {

std::vector<Turn> turns_of(const std::vector<Event>& events, bool with_confidence) {
  std::vector<Turn> out;
  for (const auto& event : events) {
    if (std::holds_alternative<ReturnedToAi>(event.payload)) out.clear();
    const auto* message = std::get_if<Message>(&event.payload);
    if (!message) continue;
    out.push_back({event.author, message->text,
                   with_confidence ? message->confidence : std::nullopt, event.at});
  }
  return out;
}

}  // namespace handoff
