#include <gtest/gtest.h>

#include <map>

#include "conversation_fixture.h"

/// Every state x every command: what each pair does is written down here, so a new state or command
/// that nobody has decided fails this test.
namespace handoff::testing {
namespace {

struct NamedCommand {
  std::string name;
  Command command;
};

std::vector<NamedCommand> every_command() {
  const Actor ana{kAna, false};
  return {{"VisitorPosts", VisitorPosts{"m1", "hello"}},
          {"AgentPosts", AgentPosts{ana, "m2", "hi"}},
          {"AiPosts", AiPosts{.client_id = "m3", .text = "Yes.", .epoch = 4, .confidence = 90}},
          {"AiFails", AiFails{4}},
          {"AsksForHandoff", AsksForHandoff{}},
          {"CancelsHandoff", CancelsHandoff{}},
          {"GivesContact", GivesContact{Author::kVisitor, {"Jo", "jo@example.com", ""}}},
          {"TakesOver", TakesOver{ana}},
          {"ReturnsToAi", ReturnsToAi{.agent = ana}},
          {"Transfers", Transfers{ana, kRadu}},
          {"AddsNote", AddsNote{ana, "n1", "note"}},
          {"Closes", Closes{ana}},
          {"Rates", Rates{{5, ""}}},
          {"LabelsOutcome", LabelsOutcome{ana, "h_1", Outcome::kRight}},
          {"WaitRunsOut", WaitRunsOut{"h_1"}},
          {"TeamLeaves", TeamLeaves{}},
          {"TeamComesBack", TeamComesBack{}},
          {"PlaceChanges", PlaceChanges{{2, std::nullopt}}},
          {"AgentGoesMissing", AgentGoesMissing{kAna.id}},
          {"AgentStaysSilent", AgentStaysSilent{kAna.id}},
          {"PromiseFallsDue", PromiseFallsDue{"h_1"}}};
}

std::string outcome(const Conversation& conversation, const Command& command) {
  const World world;
  const auto transition = step(conversation, command, world.context());
  if (!transition) return "conflict";
  if (transition->events.empty()) return "-";
  return types(*transition) + " > " + std::string(state_name(transition->next.state));
}

/// Columns: ai, waiting, human (held by Ana, who acts), callback, closed. "-": succeeds and changes
/// nothing.
const std::map<std::string, std::array<std::string, 5>> kTable{
    {"VisitorPosts",
     {"message > ai", "message > waiting", "message > human", "message > callback",
      "reopened message > ai"}},
    {"AgentPosts", {"conflict", "conflict", "message > human", "conflict", "conflict"}},
    {"AiPosts",
     {"message > ai", "message > waiting", "conflict", "message > callback", "conflict"}},
    {"AiFails", {"handoff.requested > waiting", "-", "conflict", "-", "conflict"}},
    {"AsksForHandoff",
     {"handoff.requested > waiting", "-", "-", "handoff.requested > waiting",
      "reopened handoff.requested > waiting"}},
    {"CancelsHandoff",
     {"conflict", "handoff.cancelled > ai", "conflict", "handoff.cancelled > ai", "conflict"}},
    {"GivesContact",
     {"contact.given > ai", "contact.given > waiting", "contact.given > human",
      "contact.given > callback", "conflict"}},
    {"TakesOver",
     {"taken_over > human", "taken_over > human", "-", "taken_over > human", "taken_over > human"}},
    {"ReturnsToAi", {"conflict", "conflict", "returned_to_ai > ai", "conflict", "conflict"}},
    {"Transfers", {"conflict", "conflict", "transferred > human", "conflict", "conflict"}},
    {"AddsNote",
     {"note > ai", "note > waiting", "note > human", "note > callback", "note > closed"}},
    {"Closes", {"closed > closed", "closed > closed", "closed > closed", "closed > closed", "-"}},
    {"Rates",
     {"rated > ai", "rated > waiting", "rated > human", "rated > callback", "rated > closed"}},
    {"LabelsOutcome",
     {"handoff.outcome > ai", "handoff.outcome > waiting", "handoff.outcome > human",
      "handoff.outcome > callback", "handoff.outcome > closed"}},
    {"WaitRunsOut", {"-", "callback.promised > callback", "-", "-", "-"}},
    {"TeamLeaves", {"-", "callback.promised > callback", "-", "-", "-"}},
    {"TeamComesBack", {"-", "-", "-", "handoff.offered > callback", "-"}},
    {"PlaceChanges", {"-", "wait.updated > waiting", "-", "-", "-"}},
    {"AgentGoesMissing", {"-", "-", "agent.lost > waiting", "-", "-"}},
    {"AgentStaysSilent", {"-", "-", "agent.lost > waiting", "-", "-"}},
    {"PromiseFallsDue", {"-", "-", "-", "-", "-"}},
};

TEST(TransitionMatrix, decides_every_state_and_command) {
  const auto commands = every_command();
  ASSERT_EQ(commands.size(), std::variant_size_v<Command>);
  const std::array<Conversation, 5> states{with_ai(), waiting(), with_ana(), promised(), closed()};
  ASSERT_EQ(states.size(), std::variant_size_v<State>);
  for (const auto& [name, command] : commands) {
    ASSERT_TRUE(kTable.contains(name)) << name;
    for (std::size_t i = 0; i < states.size(); ++i) {
      EXPECT_EQ(outcome(states[i], command), kTable.at(name)[i])
          << name << " in state " << state_name(states[i].state);
    }
  }
}

TEST(TransitionMatrix, raises_the_epoch_exactly_when_the_state_or_the_owner_changes) {
  const World world;
  for (const auto& before : {with_ai(), waiting(), with_ana(), promised(), closed()}) {
    for (const auto& [name, command] : every_command()) {
      const auto transition = step(before, command, world.context());
      if (!transition) continue;
      const auto owner = [](const Conversation& c) { return c.owner() ? c.owner()->id : ""; };
      const bool changed = before.state.index() != transition->next.state.index() ||
                           owner(before) != owner(transition->next) ||
                           types(*transition).find("handoff.requested") != std::string::npos;
      EXPECT_EQ(transition->next.epoch > before.epoch, changed)
          << name << " in " << state_name(before.state);
    }
  }
}

TEST(TransitionMatrix, numbers_events_without_holes) {
  const World world;
  for (const auto& before : {with_ai(), waiting(), with_ana(), promised(), closed()}) {
    for (const auto& [name, command] : every_command()) {
      const auto transition = step(before, command, world.context());
      if (!transition) continue;
      std::int64_t expected = before.as_of_seq;
      for (const auto& event : transition->events) EXPECT_EQ(event.seq, ++expected) << name;
      EXPECT_EQ(transition->next.as_of_seq, expected) << name;
    }
  }
}

}  // namespace
}  // namespace handoff::testing
