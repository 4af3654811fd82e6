#include "handoff/transition.h"

#include <gtest/gtest.h>

#include "conversation_fixture.h"

namespace handoff::testing {
namespace {

Transition must(Result<Transition> result) {
  EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().message);
  return result.ok() ? std::move(*result) : Transition{};
}

const std::string& text_of(const Transition& transition) {
  static std::string none;
  for (auto event = transition.events.rbegin(); event != transition.events.rend(); ++event) {
    if (const auto* p = std::get_if<CallbackWasPromised>(&event->payload)) return p->text;
    if (const auto* r = std::get_if<HandoffRequested>(&event->payload)) return r->text;
    if (const auto* a = std::get_if<AgentLost>(&event->payload)) return a->text;
  }
  return none;
}

TEST(Step, a_request_within_hours_waits_and_names_the_place) {
  World world;
  world.place = {2, WaitEstimate{Seconds(120), Seconds(300)}};
  const auto t =
      must(step(with_ai(), VisitorPosts{"m", "a human please", asks_for_human()}, world.context()));
  EXPECT_EQ(types(t), "message handoff.requested");
  EXPECT_EQ(text_of(t), "We are fetching someone for you. You are 2nd in line.");
  const Handoff* handoff = t.next.handoff();
  ASSERT_NE(handoff, nullptr);
  EXPECT_EQ(handoff->id, "h_new");
  EXPECT_EQ(handoff->message_seq, 10);
  EXPECT_EQ(handoff->evidence.at(0).text, "human");
  EXPECT_EQ(handoff->place, world.place);
}

TEST(Step, a_request_answers_in_the_visitors_language) {
  const World world;
  Conversation c = with_ai();
  c.locale = "ro-RO";
  const auto t = must(step(c, VisitorPosts{"m", "vreau un om", asks_for_human()}, world.context()));
  EXPECT_EQ(text_of(t), "Chemăm un coleg. Urmați dumneavoastră.");
}

TEST(Step, a_request_starts_the_timer_of_the_wait_and_does_not_ask_the_ai) {
  const World world;
  const auto t =
      must(step(with_ai(), VisitorPosts{"m", "human", asks_for_human()}, world.context()));
  ASSERT_EQ(t.effects.size(), 1u);
  EXPECT_EQ(t.effects[0],
            (Effect{StartTimer{TimerKind::kWaitRunsOut, kNow + Minutes(10), "h_new"}}));
}

TEST(Step, a_request_outside_hours_promises_a_deadline_in_working_time) {
  World world;
  world.now = *parse_rfc3339("2026-11-21T12:00:00Z");  // Saturday
  const auto t =
      must(step(with_ai(), VisitorPosts{"m", "human", asks_for_human()}, world.context()));
  EXPECT_EQ(types(t), "message handoff.requested callback.promised");
  EXPECT_EQ(format_utc(t.next.promise()->due_at), "2026-11-23T13:00:00Z");
  EXPECT_EQ(text_of(t),
            "Our team is currently offline. Leave your contact info and we'll get back to you! "
            "We will answer you by Mon 23 Nov, 13:00.");
}

TEST(Step, a_promise_names_both_zones_when_they_differ) {
  World world;
  world.now = *parse_rfc3339("2026-11-21T12:00:00Z");
  const ZoneTable london{"Europe/London", {}};
  const ZoneTable tokyo{"Asia/Tokyo", {{Instant{}, Seconds(9 * 3600)}}};
  Context context = world.context();
  context.visitor_zone = &tokyo;
  const auto t = must(step(with_ai(), AsksForHandoff{}, context));
  EXPECT_NE(text_of(t).find("by Mon 23 Nov, 22:00 your time (Mon 23 Nov, 13:00 ours)."),
            std::string::npos);
  context.visitor_zone = &london;
  EXPECT_EQ(text_of(must(step(with_ai(), AsksForHandoff{}, context))).find("your time"),
            std::string::npos);
}

TEST(Step, nobody_online_within_hours_is_a_promise_too) {
  World world;
  world.agents_online = false;
  EXPECT_EQ(types(must(step(with_ai(), AsksForHandoff{}, world.context()))),
            "handoff.requested callback.promised");
}

TEST(Step, a_visitor_who_chooses_a_callback_is_not_told_that_the_team_is_offline) {
  const World world;
  const auto t = must(step(waiting(), AsksForHandoff{.callback = true}, world.context()));
  EXPECT_EQ(types(t), "callback.promised");
  EXPECT_EQ(text_of(t), "We will answer you by Mon 23 Nov, 14:00.");
}

TEST(Step, an_ordinary_message_asks_the_ai_in_the_present_epoch) {
  const World world;
  const auto t =
      must(step(with_ai(), VisitorPosts{"m", "do you ship to Norway?"}, world.context()));
  EXPECT_EQ(t.effects, (std::vector<Effect>{AskAi{4, 10}}));
}

TEST(Step, an_ai_that_asks_for_a_person_says_its_words_first_and_its_note_goes_to_the_agent) {
  const World world;
  const AiPosts post{
      .client_id = "a",
      .text = "I cannot change bookings.",
      .epoch = 4,
      .message_seq = 8,
      .person = PersonWanted{Reason::kLowConfidence, "ai.policy", "Wants a later date", true}};
  const auto t = must(step(with_ai(), post, world.context()));
  EXPECT_EQ(types(t), "message handoff.requested");
  EXPECT_EQ(t.next.handoff()->rule, "ai.policy");
  EXPECT_EQ(t.next.handoff()->note, "Wants a later date");
  EXPECT_EQ(t.next.handoff()->message_seq, 8);
  EXPECT_TRUE(t.next.handoff()->urgent);
  EXPECT_EQ(t.next.handoff()->place, world.place) << "what the AI says moves nobody forward";
}

TEST(Step, an_ai_may_ask_for_a_person_without_a_word) {
  const World world;
  const AiPosts post{.client_id = "a", .epoch = 4, .person = PersonWanted{.rule = "ai.other"}};
  EXPECT_EQ(types(must(step(with_ai(), post, world.context()))), "handoff.requested");
}

TEST(Step, an_ai_asks_for_nobody_while_somebody_is_on_the_way) {
  const World world;
  const AiPosts post{.client_id = "a", .epoch = 4, .person = PersonWanted{.rule = "ai.other"}};
  EXPECT_EQ(types(must(step(waiting(), post, world.context()))), "");
  EXPECT_EQ(types(must(step(promised(), post, world.context()))), "");
}

TEST(Step, the_parts_of_a_confidence_are_kept_for_agents_alone) {
  const World world;
  const AiPosts post{.client_id = "a",
                     .text = "Yes.",
                     .epoch = 4,
                     .confidence = 80,
                     .confidence_parts = {{"retrieval", 90}, {"tokens", 70}}};
  const auto t = must(step(with_ai(), post, world.context()));
  EXPECT_EQ(std::get<Message>(t.events.at(0).payload).confidence_parts, post.confidence_parts);
  EXPECT_TRUE(std::get<Message>(as_visitor_sees(t.events.at(0)).payload).confidence_parts.empty());
}

TEST(Step, an_offer_is_made_once_for_a_reason) {
  const World world;
  const VisitorPosts post{"m", "hm", low_confidence(Decision::kOffer)};
  const auto first = must(step(with_ai(), post, world.context()));
  EXPECT_EQ(types(first), "message handoff.offered");
  EXPECT_EQ(types(must(step(first.next, post, world.context()))), "message");
}

TEST(Step, an_unsure_answer_hands_over_after_it_was_given) {
  const World world;
  const AiPosts unsure{.client_id = "m",
                       .text = "I do not know that.",
                       .epoch = 4,
                       .message_seq = 9,
                       .confidence = 10,
                       .verdict = low_confidence(Decision::kHandoff)};
  const auto t = must(step(with_ai(), unsure, world.context()));
  EXPECT_EQ(types(t), "message handoff.requested");
  EXPECT_EQ(t.next.handoff()->reason, Reason::kLowConfidence);
  EXPECT_EQ(t.next.handoff()->message_seq, 9);
}

TEST(Step, a_stale_answer_of_the_ai_is_refused_in_every_state) {
  const World world;
  for (const auto& c : {with_ai(), waiting(), with_ana(), promised(), closed()}) {
    const auto t = step(c, AiPosts{.client_id = "m", .text = "late", .epoch = 3}, world.context());
    ASSERT_FALSE(t.ok());
    EXPECT_EQ(t.error().code, ErrorCode::kConflict);
  }
}

TEST(Step, the_ai_never_speaks_while_a_human_holds_the_conversation) {
  const World world;
  const auto t =
      step(with_ana(), AiPosts{.client_id = "m", .text = "hi", .epoch = 4}, world.context());
  ASSERT_FALSE(t.ok());
  EXPECT_EQ(t.error().owner, kAna);
}

TEST(Step, a_site_without_an_ai_asks_for_a_human_with_the_first_message) {
  World world;
  world.settings.ai.provider = AiSettings::Provider::kNone;
  const auto t = must(step(with_ai(), VisitorPosts{"m", "hello"}, world.context()));
  EXPECT_EQ(types(t), "message handoff.requested");
  EXPECT_EQ(t.next.handoff()->reason, Reason::kManual);
}

TEST(Step, only_the_owner_or_an_administrator_hands_back) {
  const World world;
  const auto refused = step(with_ana(), ReturnsToAi{.agent = {kRadu, false}}, world.context());
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().owner, kAna);
  EXPECT_TRUE(step(with_ana(), ReturnsToAi{.agent = {kRadu, true}}, world.context()).ok());
}

TEST(Step, a_second_takeover_names_the_owner) {
  const World world;
  const auto refused = step(with_ana(), TakesOver{{kRadu, true}}, world.context());
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().owner, kAna);
}

TEST(Step, the_last_words_of_the_agent_stand_before_the_return) {
  const World world;
  const ReturnsToAi command{
      .agent = {kAna, false}, .note = "likes red", .message = "Bye!", .client_id = "m9"};
  const auto t = must(step(with_ana(), command, world.context()));
  EXPECT_EQ(types(t), "message returned_to_ai");
  EXPECT_EQ(std::get<ReturnedToAi>(t.events[1].payload).note, "likes red");
  EXPECT_EQ(std::get<ReturnedToAi>(t.events[1].payload).text,
            "Ana has left. The AI assistant answers again.");
}

TEST(Step, a_lost_agent_sends_the_visitor_back_with_the_place_kept) {
  const World world;
  const auto t = must(step(with_ana(), AgentGoesMissing{kAna.id}, world.context()));
  EXPECT_EQ(t.next.handoff()->requested_at, some_handoff().requested_at);
  EXPECT_EQ(text_of(t), "The connection to Ana broke. You are first in line again.");
}

TEST(Step, a_lost_agent_with_nobody_else_there_becomes_a_promise) {
  World world;
  world.agents_online = false;
  EXPECT_EQ(types(must(step(with_ana(), AgentGoesMissing{kAna.id}, world.context()))),
            "agent.lost callback.promised");
}

TEST(Step, taking_over_in_time_keeps_the_promise_and_too_late_breaks_it) {
  World world;
  const auto kept = must(step(promised(), TakesOver{{kAna, false}}, world.context()));
  EXPECT_EQ(kept.next.promise()->state, Promise::State::kKept);
  world.now = kNow + Minutes(61);
  const auto late = must(step(promised(), TakesOver{{kAna, false}}, world.context()));
  EXPECT_EQ(late.next.promise()->state, Promise::State::kBroken);
}

TEST(Step, a_missed_deadline_is_admitted_and_a_new_one_given) {
  World world;
  world.now = kNow + Minutes(60);
  const auto t = must(step(promised(), PromiseFallsDue{"h_1"}, world.context()));
  EXPECT_EQ(t.next.promise()->state, Promise::State::kBroken);
  EXPECT_EQ(t.next.epoch, 4);
  EXPECT_EQ(text_of(t).rfind("We are late", 0), 0u);
}

TEST(Step, asking_again_while_waiting_is_answered_with_the_place) {
  const World world;
  const auto t =
      must(step(waiting(), VisitorPosts{"m", "human!", asks_for_human()}, world.context()));
  EXPECT_EQ(types(t), "message wait.updated");
  EXPECT_TRUE(t.effects.empty());
}

TEST(Step, asking_again_under_a_promise_repeats_it_without_a_new_epoch) {
  World world;
  world.agents_online = false;
  const auto t =
      must(step(promised(), VisitorPosts{"m", "human!", asks_for_human()}, world.context()));
  EXPECT_EQ(types(t), "message callback.promised");
  EXPECT_EQ(t.next.epoch, 4);
  EXPECT_EQ(t.next.promise()->due_at, promised().promise()->due_at);
}

TEST(Step, a_closed_conversation_reopens_within_thirty_days_only) {
  World world;
  EXPECT_EQ(types(must(step(closed(), VisitorPosts{"m", "hi again"}, world.context()))),
            "reopened message");
  world.now = kNow + std::chrono::hours(31 * 24);
  EXPECT_FALSE(step(closed(), VisitorPosts{"m", "hi again"}, world.context()).ok());
}

TEST(Step, the_same_contact_again_changes_nothing) {
  const World world;
  const GivesContact give{Author::kVisitor, {"Jo", "jo@example.com", ""}};
  const auto first = must(step(with_ai(), give, world.context()));
  EXPECT_TRUE(must(step(first.next, give, world.context())).events.empty());
}

TEST(Step, an_agents_name_that_looks_like_a_variable_is_text) {
  const World world;
  const Actor tricky{{"a_x", "{site} {agent}"}, false};
  const auto t = must(step(waiting(), TakesOver{tricky}, world.context()));
  EXPECT_EQ(std::get<TakenOver>(t.events[0].payload).text, "{site} {agent} joined");
}

}  // namespace
}  // namespace handoff::testing
