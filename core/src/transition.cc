#include "handoff/transition.h"

#include "decider.h"

namespace handoff {
namespace {

/// The machine as a table: one overload per (state, command) pair that does something or is so
/// already. What has no overload is a conflict; `transition_matrix_test` walks every pair.
struct Table {
  const Conversation& conversation;
  const Context& context;

  using Answer = Result<Transition>;

  // --- the visitor writes
  // -------------------------------------------------------------------------------------
  Answer operator()(const AiAnswers&, const VisitorPosts& command) const {
    return Decider(conversation, context).post(command).answer_or_hand_over(command.verdict).done();
  }
  Answer operator()(const WaitingForAgent&, const VisitorPosts& command) const {
    auto decision = Decider(conversation, context).post(command);
    if (asks_for_a_person(command.verdict)) return decision.remind_of_place().done();
    const bool simple = context.settings.waiting.ai_answers == WaitingSettings::AiAnswers::kSimple;
    return simple ? decision.ask_ai().done() : decision.done();
  }
  Answer operator()(const CallbackPromised&, const VisitorPosts& command) const {
    auto decision = Decider(conversation, context).post(command);
    if (!asks_for_a_person(command.verdict)) return decision.ask_ai().done();
    return context.availability.available
               ? decision.request_again(*command.verdict.deciding()).done()
               : decision.remind_of_promise().done();
  }
  Answer operator()(const HumanAnswers&, const VisitorPosts& command) const {
    return Decider(conversation, context).post(command).done();
  }
  Answer operator()(const Closed& closed, const VisitorPosts& command) const {
    if (context.now - closed.closed_at > kReopenWithin)
      return conflict("this conversation is closed; start a new one");
    return Decider(conversation, context)
        .reopen()
        .post(command)
        .answer_or_hand_over(command.verdict)
        .done();
  }

  // --- the AI answers: only in the epoch it was asked in
  // -------------------------------------------------------
  Answer operator()(const AiAnswers&, const AiPosts& command) const {
    if (stale(command.epoch)) return stale_answer();
    return Decider(conversation, context).post(command).hand_over_when_unsure(command).done();
  }
  Answer operator()(const WaitingForAgent&, const AiPosts& command) const {
    if (stale(command.epoch)) return stale_answer();
    if (context.settings.waiting.ai_answers == WaitingSettings::AiAnswers::kOff) {
      return conflict("the AI is silent while somebody waits (waiting.ai_answers is off)");
    }
    return Decider(conversation, context).post(command).done();
  }
  Answer operator()(const CallbackPromised&, const AiPosts& command) const {
    if (stale(command.epoch)) return stale_answer();
    return Decider(conversation, context).post(command).done();
  }
  Answer operator()(const AiAnswers&, const AiFails& command) const {
    if (stale(command.epoch)) return stale_answer();
    return Decider(conversation, context).request(Reason::kAiError, "ai.no_answer").done();
  }
  Answer operator()(const WaitingForAgent&, const AiFails& command) const {
    return unchanged_unless_stale(command);
  }
  Answer operator()(const CallbackPromised&, const AiFails& command) const {
    return unchanged_unless_stale(command);
  }

  // --- asking for a person, and taking it back
  // -----------------------------------------------------------------
  Answer operator()(const AiAnswers&, const AsksForHandoff& command) const {
    return Decider(conversation, context).request(command).done();
  }
  Answer operator()(const WaitingForAgent&, const AsksForHandoff& command) const {
    auto decision = Decider(conversation, context);
    return command.callback ? decision.promise().done() : decision.done();
  }
  Answer operator()(const CallbackPromised&, const AsksForHandoff& command) const {
    auto decision = Decider(conversation, context);
    const bool again = context.availability.available && !command.callback;
    return again ? decision.request(command).done() : decision.done();
  }
  Answer operator()(const HumanAnswers&, const AsksForHandoff&) const { return unchanged(); }
  Answer operator()(const Closed& closed, const AsksForHandoff& command) const {
    if (command.by != Author::kVisitor || context.now - closed.closed_at > kReopenWithin) {
      return conflict("this conversation is closed");
    }
    return Decider(conversation, context).reopen().request(command).done();
  }
  Answer operator()(const WaitingForAgent&, const CancelsHandoff& command) const {
    return Decider(conversation, context).cancel(command.by, Phrase::kCancelled).done();
  }
  Answer operator()(const CallbackPromised&, const CancelsHandoff& command) const {
    return Decider(conversation, context).cancel(command.by, Phrase::kPromiseTakenBack).done();
  }

  // --- agents
  // --------------------------------------------------------------------------------------------------
  template <class State>
  Answer operator()(const State&, const TakesOver& command) const {
    return Decider(conversation, context).take_over(command.agent.person).done();
  }
  Answer operator()(const HumanAnswers& human, const TakesOver& command) const {
    return human.agent.id == command.agent.person.id ? unchanged() : held_by(human.agent);
  }
  Answer operator()(const HumanAnswers& human, const AgentPosts& command) const {
    if (human.agent.id != command.agent.person.id) return held_by(human.agent);
    return Decider(conversation, context).post(command).done();
  }
  Answer operator()(const HumanAnswers& human, const ReturnsToAi& command) const {
    if (!may_act(human, command.agent)) return held_by(human.agent);
    return Decider(conversation, context).return_to_ai(command).done();
  }
  Answer operator()(const HumanAnswers& human, const Transfers& command) const {
    if (!may_act(human, command.agent)) return held_by(human.agent);
    if (human.agent.id == command.to.id) return unchanged();
    return Decider(conversation, context).transfer(command.to).done();
  }
  template <class State>
  Answer operator()(const State&, const Closes& command) const {
    return Decider(conversation, context).close(command).done();
  }
  Answer operator()(const HumanAnswers& human, const Closes& command) const {
    if (!may_act(human, command.agent)) return held_by(human.agent);
    return Decider(conversation, context).close(command).done();
  }
  Answer operator()(const Closed&, const Closes&) const { return unchanged(); }

  // --- what fits every state
  // -----------------------------------------------------------------------------------
  template <class State>
  Answer operator()(const State&, const AddsNote& command) const {
    return Decider(conversation, context)
        .add(Author::kAgent, Note{command.client_id, command.text, command.agent.person})
        .done();
  }
  template <class State>
  Answer operator()(const State&, const Rates& command) const {
    return Decider(conversation, context).add(Author::kVisitor, Rated{command.rating}).done();
  }
  template <class State>
  Answer operator()(const State&, const LabelsOutcome& command) const {
    return Decider(conversation, context)
        .add(Author::kAgent,
             OutcomeLabelled{command.handoff_id, command.outcome, command.agent.person})
        .done();
  }
  template <class State>
  Answer operator()(const State&, const GivesContact& command) const {
    return Decider(conversation, context).give_contact(command).done();
  }
  Answer operator()(const Closed&, const GivesContact&) const {
    return conflict("this conversation is closed");
  }

  // --- time and presence: a timer that no longer matters changes nothing
  // ------------------------------------------
  Answer operator()(const WaitingForAgent& waiting, const WaitRunsOut& command) const {
    if (waiting.handoff.id != command.handoff_id) return unchanged();
    return Decider(conversation, context).give_up_waiting().done();
  }
  Answer operator()(const WaitingForAgent&, const TeamLeaves&) const {
    return Decider(conversation, context).promise().done();
  }
  Answer operator()(const CallbackPromised&, const TeamComesBack&) const {
    if (!context.availability.available) return unchanged();
    return Decider(conversation, context).offer_at_return().done();
  }
  Answer operator()(const WaitingForAgent& waiting, const PlaceChanges& command) const {
    if (waiting.handoff.place == command.place) return unchanged();
    return Decider(conversation, context).move_to(command.place).done();
  }
  Answer operator()(const HumanAnswers& human, const AgentGoesMissing& command) const {
    if (human.agent.id != command.agent_id) return unchanged();
    return Decider(conversation, context).lose_agent(Phrase::kAgentLost).done();
  }
  Answer operator()(const HumanAnswers& human, const AgentStaysSilent& command) const {
    if (human.agent.id != command.agent_id) return unchanged();
    return Decider(conversation, context).lose_agent(Phrase::kAgentSilent).done();
  }
  Answer operator()(const CallbackPromised& callback, const PromiseFallsDue& command) const {
    if (callback.handoff.id != command.handoff_id || context.now < callback.promise.due_at)
      return unchanged();
    return Decider(conversation, context).admit_lateness().done();
  }
  template <class State>
  Answer operator()(const State&, const WaitRunsOut&) const {
    return unchanged();
  }
  template <class State>
  Answer operator()(const State&, const TeamLeaves&) const {
    return unchanged();
  }
  template <class State>
  Answer operator()(const State&, const TeamComesBack&) const {
    return unchanged();
  }
  template <class State>
  Answer operator()(const State&, const PlaceChanges&) const {
    return unchanged();
  }
  template <class State>
  Answer operator()(const State&, const AgentGoesMissing&) const {
    return unchanged();
  }
  template <class State>
  Answer operator()(const State&, const AgentStaysSilent&) const {
    return unchanged();
  }
  template <class State>
  Answer operator()(const State&, const PromiseFallsDue&) const {
    return unchanged();
  }

  // --- everything else does not fit
  // ------------------------------------------------------------------------------
  template <class State, class Command>
  Answer operator()(const State&, const Command&) const {
    if (const Person* owner = conversation.owner()) return held_by(*owner);
    return conflict("this does not fit a conversation in the state \"" +
                    std::string(state_name(conversation.state)) + "\"");
  }

 private:
  bool stale(std::int64_t epoch) const { return epoch != conversation.epoch; }

  Answer stale_answer() const {
    return conflict(
        "this answer was started in an earlier epoch; the conversation is now in epoch " +
        std::to_string(conversation.epoch));
  }
  Answer unchanged() const { return Decider(conversation, context).done(); }
  Answer unchanged_unless_stale(const AiFails& command) const {
    return stale(command.epoch) ? stale_answer() : unchanged();
  }
  static Answer held_by(const Person& owner) {
    return conflict(owner.name + " holds this conversation", owner);
  }
  static bool may_act(const HumanAnswers& human, const Actor& actor) {
    return actor.admin || human.agent.id == actor.person.id;
  }
};

}  // namespace

Result<Transition> step(const Conversation& conversation, const Command& command,
                        const Context& context) {
  return std::visit(Table{conversation, context}, conversation.state, command);
}

}  // namespace handoff
