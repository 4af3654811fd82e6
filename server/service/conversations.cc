#include "service/conversations.h"

#include <spdlog/spdlog.h>

#include "handoff/conversation_json.h"
#include "service/notification_plan.h"
#include "service/secrets.h"
#include "service/turns.h"
#include "service/visitor_mail_plan.h"
#include "store/handoffs.h"

namespace handoff {
namespace {

/// Who sends what under which client id; nothing for commands that are not sent.
struct Sent {
  Author author;
  std::string sender;
  const std::string& client_id;
  const std::string& text;
};

std::optional<Sent> sent_by(const Command& command) {
  if (const auto* post = std::get_if<VisitorPosts>(&command))
    return Sent{Author::kVisitor, "", post->client_id, post->text};
  if (const auto* post = std::get_if<AiPosts>(&command))
    return Sent{Author::kAi, "", post->client_id, post->text};
  if (const auto* post = std::get_if<AgentPosts>(&command)) {
    return Sent{Author::kAgent, post->agent.person.id, post->client_id, post->text};
  }
  if (const auto* note = std::get_if<AddsNote>(&command)) {
    return Sent{Author::kAgent, note->agent.person.id, note->client_id, note->text};
  }
  return std::nullopt;
}

const std::string& text_of(const Event& event) {
  const auto* note = std::get_if<Note>(&event.payload);
  return note ? note->text : std::get<Message>(event.payload).text;
}

/// The event that `command` itself stands for, among those it led to.
std::optional<Event> own_event(const Command& command, const std::vector<Event>& events) {
  const auto sent = sent_by(command);
  if (!sent) return std::nullopt;
  for (const auto& event : events) {
    const bool text = std::holds_alternative<Message>(event.payload) ||
                      std::holds_alternative<Note>(event.payload);
    if (text && event.author == sent->author) return event;
  }
  return std::nullopt;
}

bool may_request(const Command& command) {
  if (const auto* post = std::get_if<VisitorPosts>(&command))
    return post->verdict.decision == Decision::kHandoff;
  if (const auto* post = std::get_if<AiPosts>(&command))
    return post->verdict.decision == Decision::kHandoff;
  return std::holds_alternative<AsksForHandoff>(command) ||
         std::holds_alternative<AiFails>(command);
}

bool in_queue(const Conversation& conversation) {
  return std::holds_alternative<WaitingForAgent>(conversation.state);
}

}  // namespace

bool is_settled(const Result<Applied>& applied) {
  return applied || applied.error().code == ErrorCode::kConflict ||
         applied.error().code == ErrorCode::kNotFound;
}

Result<Started> Conversations::start(const StartRequest& request) {
  const auto site = parts_.sites.current();
  const Instant now = parts_.clock.now();
  Started started{{.id = random_id("c_"), .site = site->settings.site.id}, random_token("vt_")};
  Conversation& conversation = started.conversation;
  conversation.created_at = conversation.updated_at = now;
  conversation.locale = request.locale.empty() ? site->settings.site.locale : request.locale;
  conversation.timezone = request.timezone;
  conversation.page = request.page;
  conversation.attributes = request.attributes;
  const auto stored = parts_.database.write([&](Connection& tx) -> Result<store::InboxRow> {
    store::insert_conversation(tx, conversation, hash_token(started.visitor_token));
    return *store::find_inbox_row(tx, conversation.id);
  });
  if (!stored) return stored.error();
  parts_.announcer.committed(*stored, {});
  return started;
}

Context Conversations::context_for(Connection& tx, const Site& site,
                                   const Conversation& conversation, const Command& command) const {
  Context context{.now = parts_.clock.now(), .settings = site.settings, .zone = site.zone};
  const int online = parts_.presence.online_count();
  context.availability = narrow_to_agents(
      availability_at(site.settings.availability, site.zone, context.now), online > 0);
  context.new_id = random_id("h_");
  if (may_request(command)) {
    context.place.position = store::count_in_state(tx, conversation.site, "waiting") + 1;
    context.place.wait =
        estimate_wait(store::wait_history(tx, conversation.site), context.place.position, online);
  }
  return context;
}

Result<Conversations::Committed> Conversations::commit(Connection& tx, const std::string& id,
                                                       const Command& command) {
  auto conversation = store::find_conversation(tx, id);
  if (!conversation) return not_found("there is no such conversation");
  if (const auto sent = sent_by(command)) {
    const auto before =
        store::find_by_client_id(tx, id, sent->author, sent->sender, sent->client_id);
    if (before && text_of(*before) != sent->text) {
      return conflict("this client_id was used for another text; use a new one");
    }
    if (before) return Committed{{std::move(*conversation), {}, before, true}};
  }
  return decide(tx, *conversation, command);
}

Result<Conversations::Committed> Conversations::decide(Connection& tx,
                                                       const Conversation& conversation,
                                                       const Command& command) {
  const auto site = parts_.sites.current();
  const auto visitor_zone = parts_.zones.find(conversation.timezone);
  Context context = context_for(tx, *site, conversation, command);
  context.visitor_zone = visitor_zone.get();
  auto transition = step(conversation, command, context);
  if (!transition) return transition.error();
  Committed out{{std::move(transition->next), std::move(transition->events)}};
  out.applied.sent = own_event(command, out.applied.events);
  if (out.applied.events.empty()) return out;
  store::save_conversation(tx, out.applied.conversation, out.applied.events);
  store::project_handoffs(tx, out.applied.conversation, out.applied.events);
  add_tasks(tx, *site, out.applied, transition->effects);
  out.row = store::find_inbox_row(tx, conversation.id);
  const Planned planned =
      plan_notifications(tx, *site, conversation, out.applied.conversation, out.applied.events);
  plan_visitor_mail(tx, *site, out.applied.conversation, out.applied.events,
                    holds_answer(out.applied.events) && parts_.visitor_is_here(conversation.id));
  out.effects = !transition->effects.empty() || planned.deliveries > 0;
  if (planned.untold && parts_.presence.online_count() == 0) {
    ++untold_handoffs();
    spdlog::error("a person was asked for in {}, and nobody is told: set up notifications",
                  conversation.id);
  }
  out.queue_moved = in_queue(conversation) != in_queue(out.applied.conversation);
  return out;
}

void Conversations::add_tasks(Connection& tx, const Site& site, const Applied& applied,
                              const std::vector<Effect>& effects) const {
  const std::string& id = applied.conversation.id;
  const Instant now = applied.conversation.updated_at;
  const AiSettings& ai = site.settings.ai;
  for (const auto& effect : effects) {
    if (const auto* timer = std::get_if<StartTimer>(&effect)) {
      store::add_to_outbox(tx, id, *timer, now, timer->due_at);
      continue;
    }
    const auto& ask = std::get<AskAi>(effect);
    // The site's own bot answers by itself; `ask_ai` only wakes us when it has not done so in time.
    const bool own_bot = ai.provider == AiSettings::Provider::kExternal;
    if (own_bot && !ai.webhook_url.empty()) {
      store::add_to_outbox(tx, id, store::TellBot{ask.epoch, ask.message_seq}, now, now);
    }
    store::add_to_outbox(tx, id, ask, now, own_bot ? now + Seconds(ai.timeout_seconds) : now);
  }
  if (ai.provider != AiSettings::Provider::kOpenai) return;
  for (const auto& event : applied.events) {
    const auto* requested = std::get_if<HandoffRequested>(&event.payload);
    // An AI that asked for a person has said why.
    if (requested && requested->note.empty())
      store::add_to_outbox(tx, id, store::WriteSummary{requested->handoff_id}, now, now);
  }
}

void Conversations::announce(const Committed& committed) {
  const Conversation& now = committed.applied.conversation;
  if (committed.row) parts_.answers.epoch_is(now.id, now.epoch);
  if (committed.row) parts_.announcer.committed(*committed.row, committed.applied.events);
  if (committed.effects) parts_.on_effects();
  if (committed.queue_moved) parts_.on_queue_moved();
}

Result<Applied> Conversations::apply(const std::string& id, const Command& command,
                                     std::optional<std::int64_t> finished) {
  auto committed = parts_.database.write([&](Connection& tx) {
    auto outcome = commit(tx, id, command);
    if (outcome.ok() && finished) store::finish_row(tx, *finished);
    return outcome;
  });
  if (!committed) {
    if (finished && is_settled(committed.error())) settle(id, command, *finished);
    return committed.error();
  }
  announce(*committed);
  return std::move(committed->applied);
}

/// The effect can never succeed any more: its row goes, and an answer that came too late becomes a
/// draft.
void Conversations::settle(const std::string& id, const Command& command, std::int64_t finished) {
  const auto* answer = std::get_if<AiPosts>(&command);
  const std::string text = answer ? answer->text : "";
  const auto confidence = answer ? answer->confidence : std::nullopt;
  // Not settled: the row stays pending and is decided again, with the same answer.
  (void)drop_answer(id, finished, answer ? answer->epoch : 0, text, confidence);
}

Result<Done> Conversations::drop_answer(const std::string& id, std::int64_t row, std::int64_t epoch,
                                        const std::string& text,
                                        std::optional<Percent> confidence) {
  const auto kept = parts_.database.write([&](Connection& tx) -> Result<bool> {
    store::finish_row(tx, row);
    if (text.empty() || !store::find_conversation(tx, id)) return false;
    store::keep_draft(tx, id, epoch, parts_.clock.now(), text, confidence.value_or(0));
    return true;
  });
  if (!kept) return kept.error();
  if (*kept) parts_.announcer.draft(id, text, confidence.value_or(0));
  return Done{};
}

Result<Applied> Conversations::post_visitor_message(const std::string& id,
                                                    const std::string& client_id,
                                                    const std::string& text) {
  const auto site = parts_.sites.current();
  auto events = parts_.database.read([&](Connection& connection) -> Result<std::vector<Event>> {
    return store::last_events(connection, id, kTurnEvents);
  });
  if (!events) return events.error();
  const auto conversation = find(id);
  if (!conversation) return conversation.error();
  DetectionInput input{turns_of(*events, false), conversation->attributes};
  input.turns.push_back({Author::kVisitor, text, std::nullopt, parts_.clock.now()});
  return apply(id, VisitorPosts{client_id, text, site->detector.detect(input)});
}

Result<Applied> Conversations::post_ai_message(const std::string& id, AiPosts answer,
                                               std::optional<std::int64_t> finished) {
  const auto site = parts_.sites.current();
  auto events = parts_.database.read([&](Connection& connection) -> Result<std::vector<Event>> {
    return store::last_events(connection, id, kTurnEvents);
  });
  if (!events) return events.error();
  DetectionInput input{turns_of(*events, true)};
  input.turns.push_back({Author::kAi, answer.text, answer.confidence, parts_.clock.now()});
  answer.verdict = site->detector.detect(input);
  return apply(id, answer, finished);
}

Result<Conversation> Conversations::find(const std::string& id) const {
  return parts_.database.read([&](Connection& connection) -> Result<Conversation> {
    auto conversation = store::find_conversation(connection, id);
    if (!conversation) return not_found("there is no such conversation");
    return std::move(*conversation);
  });
}

std::vector<Event> Conversations::events(const std::string& id, std::int64_t after) const {
  return parts_.database.read([&](Connection& connection) {
    return store::events_after(connection, id, after, INT32_MAX);
  });
}

Summary Conversations::summary(const Conversation& conversation) const {
  return summarize(conversation, events(conversation.id, 0));
}

Availability Conversations::availability() const {
  const auto site = parts_.sites.current();
  return narrow_to_agents(
      availability_at(site->settings.availability, site->zone, parts_.clock.now()),
      parts_.presence.online_count() > 0);
}

}  // namespace handoff
