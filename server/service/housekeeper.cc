#include "service/housekeeper.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "store/deliveries.h"
#include "store/handoffs.h"

namespace handoff {
namespace {

constexpr std::chrono::seconds kRound{1};
constexpr std::chrono::milliseconds kSoon{50};
constexpr int kMaxHeld = 1000;
constexpr std::chrono::hours kHour{1};
constexpr std::chrono::hours kKeepDone{7 * 24};
constexpr std::chrono::hours kKeepDead{30 * 24};

}  // namespace

Housekeeper::Housekeeper(Parts parts) : parts_(parts), started_at_(parts.clock.now()) {}

Housekeeper::~Housekeeper() { stop(); }

void Housekeeper::start() {
  thread_ = std::thread([this] { run(); });
}

void Housekeeper::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Housekeeper::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
    queue_moved_ = true;
  }
  changed_.notify_all();
}

void Housekeeper::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    changed_.wait_for(lock, kRound, [this] { return stopping_ || woken_; });
    if (stopping_) return;
    // Several moves within a moment are one move.
    if (woken_) changed_.wait_for(lock, kSoon, [this] { return stopping_; });
    woken_ = false;
    lock.unlock();
    try {
      tick();
    } catch (const std::exception& error) {
      spdlog::error("a round of housekeeping failed: {}", error.what());
    }
    lock.lock();
  }
}

void Housekeeper::tick() {
  const std::lock_guard one_at_a_time(tick_mutex_);
  tell_presence();
  send_the_waiting_home();
  parts_.team_return.look(!just_started());
  look_after_agents();
  move_the_queue();
  parts_.visitor_mail.round();
  forget_old_deliveries();
}

void Housekeeper::forget_old_deliveries() {
  const Instant now = parts_.clock.now();
  if (now - forgot_at_ < kHour) return;
  const auto forgotten = parts_.database.write([&](Connection& tx) -> Result<Done> {
    store::forget_deliveries(tx, now - kKeepDone, now - kKeepDead);
    return Done{};
  });
  if (forgotten) forgot_at_ = now;
}

void Housekeeper::tell_presence() {
  int online = 0;
  const std::string site = parts_.sites.current()->settings.site.id;
  for (const auto& agent : parts_.presence.list()) {
    online += agent.status == PresenceStatus::kOnline ? 1 : 0;
    const auto told = told_.find(agent.id);
    if (told != told_.end() && told->second == agent.status) continue;
    told_[agent.id] = agent.status;
    parts_.announcer.presence(site, agent.id, to_string(agent.status));
  }
  if (online == last_online_) return;
  last_online_ = online;
  const std::lock_guard lock(mutex_);
  queue_moved_ = true;  // The estimates depend on how many agents are there.
}

bool Housekeeper::just_started() const {
  return parts_.conversations.availability().open &&
         parts_.clock.now() - started_at_ < kPresenceGrace;
}

void Housekeeper::send_the_waiting_home() {
  if (parts_.conversations.availability().available || just_started()) return;
  const std::string site = parts_.sites.current()->settings.site.id;
  const auto waiting = parts_.database.read(
      [&](Connection& connection) { return store::waiting_ids(connection, site); });
  for (const auto& id : waiting) {
    const auto told = parts_.conversations.apply(id, TeamLeaves{});
    if (!told)
      spdlog::warn("a waiting visitor could not be told that the team has left: {}",
                   told.error().message);
  }
}

std::vector<store::InboxRow> Housekeeper::held_conversations() const {
  const std::string site = parts_.sites.current()->settings.site.id;
  return parts_.database.read([&](Connection& connection) {
    return store::inbox_rows(connection, {.site = site, .state = "human", .limit = kMaxHeld});
  });
}

void Housekeeper::look_after_agents() {
  const auto site = parts_.sites.current();
  const Instant now = parts_.clock.now();
  const auto since_start = std::chrono::duration_cast<Seconds>(now - started_at_);
  const Seconds lost_after{site->settings.human.agent_lost_seconds};
  const Minutes silent_after{site->settings.human.silent_minutes};
  for (const auto& row : held_conversations()) {
    const std::string agent_id = row.conversation.owner()->id;
    if (agent_id.rfind("t_", 0) == 0)
      continue;  // A program with an API token has no browser to lose.
    // Somebody who was given the conversation a moment ago has the time to come, seen before or
    // not.
    const auto since_event = std::chrono::duration_cast<Seconds>(now - row.conversation.updated_at);
    const Seconds gone = std::min({parts_.presence.gone_for(agent_id), since_start, since_event});
    const bool unanswered = row.preview && row.preview->author == Author::kVisitor;
    if (lost_after.count() > 0 && gone >= lost_after) {
      (void)parts_.conversations.apply(row.conversation.id, AgentGoesMissing{agent_id});
    } else if (silent_after.count() > 0 && unanswered && now - row.preview->at >= silent_after) {
      (void)parts_.conversations.apply(row.conversation.id, AgentStaysSilent{agent_id});
    }
  }
}

void Housekeeper::move_the_queue() {
  {
    const std::lock_guard lock(mutex_);
    if (!queue_moved_) return;
    queue_moved_ = false;
  }
  const std::string site = parts_.sites.current()->settings.site.id;
  const auto waiting = parts_.database.read(
      [&](Connection& connection) { return store::waiting_ids(connection, site); });
  if (waiting.empty()) return;
  const auto history = parts_.database.read(
      [&](Connection& connection) { return store::wait_history(connection, site); });
  const int online = parts_.presence.online_count();
  int position = 0;
  for (const auto& id : waiting) {
    ++position;
    const auto moved = parts_.conversations.apply(
        id, PlaceChanges{{position, estimate_wait(history, position, online)}});
    if (!moved) spdlog::warn("a place in the queue could not be stored: {}", moved.error().message);
  }
}

}  // namespace handoff
