#include "handoff/conversation.h"

#include "overloaded.h"

namespace handoff {

std::string_view state_name(const State& state) {
  return std::visit(Overloaded{[](const AiAnswers&) { return "ai"; },
                               [](const WaitingForAgent&) { return "waiting"; },
                               [](const HumanAnswers&) { return "human"; },
                               [](const CallbackPromised&) { return "callback"; },
                               [](const Closed&) { return "closed"; }},
                    state);
}

const Person* Conversation::owner() const {
  const auto* human = std::get_if<HumanAnswers>(&state);
  return human ? &human->agent : nullptr;
}

const Handoff* Conversation::handoff() const {
  const auto last = [](const std::optional<Handoff>& episode) {
    return episode ? &*episode : nullptr;
  };
  return std::visit(Overloaded{[&](const AiAnswers& ai) { return last(ai.last); },
                               [](const WaitingForAgent& waiting) { return &waiting.handoff; },
                               [](const HumanAnswers& human) { return &human.handoff; },
                               [](const CallbackPromised& callback) { return &callback.handoff; },
                               [&](const Closed& closed) { return last(closed.last); }},
                    state);
}

const Promise* Conversation::promise() const {
  if (const auto* callback = std::get_if<CallbackPromised>(&state)) return &callback->promise;
  const Handoff* episode = handoff();
  return episode && episode->promise ? &*episode->promise : nullptr;
}

}  // namespace handoff
