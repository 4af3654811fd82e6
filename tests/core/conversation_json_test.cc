#include "handoff/conversation_json.h"

#include <gtest/gtest.h>

#include "conversation_fixture.h"
#include "handoff/reduce.h"

namespace handoff::testing {
namespace {

std::vector<Event> one_of_each() {
  const Evidence evidence{8, 31, "să vorbesc cu un om"};
  std::vector<Payload> payloads{
      Message{.client_id = "m",
              .text = "bună",
              .confidence = 81,
              .epoch = 2,
              .sources = {{"Hours", "/hours"}}},
      Message{.client_id = "m2", .text = "hi", .agent = kAna},
      Note{"n", "secret", kAna},
      HandoffRequested{"h_1",
                       Reason::kUserRequest,
                       97,
                       "request.x",
                       {evidence},
                       1,
                       "why",
                       true,
                       {2, WaitEstimate{Seconds(60), Seconds(120)}},
                       "soon"},
      HandoffOffered{Reason::kComplaint, 60, "complaint.x", {}, "would you rather?"},
      HandoffCancelled{"cancelled"},
      TakenOver{kAna, "h_1", "Ana joined"},
      Transferred{kRadu, "Radu joined"},
      ReturnedToAi{kAna, "note", "Ana left"},
      CallbackWasPromised{kNow + Minutes(240), "by then"},
      ContactGiven{{"Jo", "jo@example.com", "+40 700 000 000"}},
      WaitUpdated{{1, std::nullopt}, ""},
      AgentLost{kAna, "gone"},
      ConversationClosed{kAna, Outcome::kLate, "bye"},
      Reopened{"welcome back"},
      Rated{{4, "fine"}},
      OutcomeLabelled{"h_1", Outcome::kUnnecessary, kRadu},
      Hidden{}};
  std::vector<Event> out;
  for (auto& payload : payloads) {
    const bool hidden = std::holds_alternative<Hidden>(payload);
    out.push_back({static_cast<std::int64_t>(out.size() + 1), hidden ? Instant{} : kNow,
                   Author::kSystem, std::move(payload)});
  }
  return out;
}

TEST(EventJson, every_event_survives_the_way_through_json) {
  for (const auto& event : one_of_each()) {
    std::vector<FieldError> errors;
    const Event read =
        read_event(*parse_json(dump_json(event_json(event, Audience::kAgent))), errors);
    EXPECT_TRUE(errors.empty()) << type_name(event.payload) << ": " << errors.front().path;
    EXPECT_EQ(read, event) << type_name(event.payload);
  }
}

TEST(EventJson, a_visitor_sees_no_note_and_no_hole) {
  for (const auto& event : one_of_each()) {
    const std::string text = dump_json(event_json(event, Audience::kVisitor));
    EXPECT_EQ(text.find("secret"), std::string::npos);
    EXPECT_EQ(text.find("\"note\":\"note\""), std::string::npos);
    EXPECT_NE(text.find("\"seq\":" + std::to_string(event.seq)), std::string::npos);
  }
  EXPECT_EQ(dump_json(event_json(one_of_each()[2], Audience::kVisitor)),
            R"({"seq":3,"type":"hidden"})");
}

TEST(ConversationJson, every_state_survives_the_way_through_json) {
  for (auto conversation : {with_ai(), waiting(), with_ana(), promised(), closed()}) {
    conversation.attributes = {{"plan", std::string("team")}, {"seats", 12.0}, {"trial", true}};
    conversation.contact = Contact{"Jo", "", "+40"};
    conversation.page = {"https://acme.example/", "Acme", ""};
    std::vector<FieldError> errors;
    const auto read = read_conversation(
        *parse_json(dump_json(conversation_json(conversation, Audience::kAgent))), errors);
    EXPECT_TRUE(errors.empty()) << state_name(conversation.state);
    EXPECT_EQ(read, conversation) << state_name(conversation.state);
  }
}

TEST(ConversationJson, the_reason_and_the_evidence_reach_the_visitor_but_the_note_does_not) {
  Conversation c = waiting();
  std::get<WaitingForAgent>(c.state).handoff.note = "vip";
  EXPECT_EQ(dump_json(conversation_json(c, Audience::kVisitor)).find("vip"), std::string::npos);
  EXPECT_NE(dump_json(conversation_json(c, Audience::kAgent)).find("vip"), std::string::npos);
}

TEST(Reduce, folding_the_same_event_twice_changes_nothing) {
  Conversation c = with_ai();
  for (auto event : one_of_each()) {
    event.seq += c.as_of_seq;
    const Conversation once = reduce(c, event);
    EXPECT_EQ(reduce(once, event), once) << type_name(event.payload);
  }
}

TEST(Reduce, every_event_in_every_state_leaves_a_readable_conversation) {
  for (const auto& before : {with_ai(), waiting(), with_ana(), promised(), closed()}) {
    for (auto event : one_of_each()) {
      event.seq = before.as_of_seq + 1;
      const Conversation after = reduce(before, event);
      std::vector<FieldError> errors;
      EXPECT_EQ(read_conversation(conversation_json(after, Audience::kAgent), errors), after);
      EXPECT_TRUE(errors.empty()) << type_name(event.payload) << " in " << state_name(before.state);
    }
  }
}

}  // namespace
}  // namespace handoff::testing
