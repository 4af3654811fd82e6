#pragma once

#include <string>

#include "handoff/transition.h"

/// Conversations in every state, and the context around them, for the tests of the state machine.
namespace handoff::testing {

inline const Instant kNow = *parse_rfc3339("2026-11-23T10:00:00Z");  // a Monday
inline const Person kAna{"a_ana", "Ana"};
inline const Person kRadu{"a_radu", "Radu"};

inline Settings open_nine_to_six() {
  Settings settings;
  settings.site.name = "Mara's Bikes";
  settings.availability.has_hours = true;
  for (int day = 0; day < 5; ++day) settings.availability.week[day] = {{9 * 60, 18 * 60}};
  return settings;
}

/// Owns what a `Context` refers to.
struct World {
  Settings settings = open_nine_to_six();
  ZoneTable zone = {};
  Instant now = kNow;
  bool agents_online = true;
  Place place = {1, std::nullopt};

  Context context() const {
    Context context{.now = now, .settings = settings, .zone = zone};
    context.availability =
        narrow_to_agents(availability_at(settings.availability, zone, now), agents_online);
    context.place = place;
    context.new_id = "h_new";
    return context;
  }
};

inline Handoff some_handoff() {
  return {.id = "h_1",
          .reason = Reason::kUserRequest,
          .score = 97,
          .rule = "request.talk_to_person",
          .evidence = {{0, 5, "human"}},
          .message_seq = 3,
          .requested_at = kNow - Minutes(2),
          .place = {1, std::nullopt}};
}

inline Conversation in_state(State state) {
  Conversation c{
      .id = "c_1", .site = "default", .state = std::move(state), .epoch = 4, .as_of_seq = 9};
  c.created_at = kNow - Minutes(10);
  c.updated_at = kNow - Minutes(1);
  return c;
}

inline Conversation with_ai() { return in_state(AiAnswers{}); }
inline Conversation waiting() { return in_state(WaitingForAgent{some_handoff()}); }
inline Conversation with_ana() { return in_state(HumanAnswers{kAna, some_handoff()}); }
inline Conversation promised() {
  return in_state(CallbackPromised{
      some_handoff(), {.due_at = kNow + Minutes(60), .promised_at = kNow - Minutes(1)}});
}
inline Conversation closed() { return in_state(Closed{kNow - Minutes(1), some_handoff()}); }

inline Verdict asks_for_human() {
  Verdict verdict{.decision = Decision::kHandoff, .reason = Reason::kUserRequest, .score = 97};
  verdict.signals = {{.reason = Reason::kUserRequest,
                      .score = 97,
                      .fires = true,
                      .action = Decision::kHandoff,
                      .rule = "request.talk_to_person",
                      .evidence = {{10, 15, "human"}}}};
  return verdict;
}

inline Verdict low_confidence(Decision decision) {
  Verdict verdict{.decision = decision, .reason = Reason::kLowConfidence, .score = 80};
  verdict.signals = {{.reason = Reason::kLowConfidence,
                      .score = 80,
                      .fires = true,
                      .action = decision,
                      .rule = "confidence.low"}};
  return verdict;
}

inline std::string types(const Transition& transition) {
  std::string out;
  for (const auto& event : transition.events)
    out += (out.empty() ? "" : " ") + std::string(type_name(event.payload));
  return out;
}

}  // namespace handoff::testing
