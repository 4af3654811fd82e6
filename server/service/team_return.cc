#include "service/team_return.h"

#include <spdlog/spdlog.h>

#include "service/notification_plan.h"
#include "service/topics.h"
#include "store/handoffs.h"
#include "store/meta.h"

namespace handoff {
namespace {

constexpr const char* kKey = "team";
constexpr const char* kHere = "here";  ///< open, and somebody is on duty
constexpr const char* kOpen = "open";  ///< open, and nobody is there
constexpr const char* kAway = "away";  ///< closed
constexpr int kMostVisitors = 1000;
constexpr int kRecentEvents = 50;

}  // namespace

std::string TeamReturn::present() const {
  const Availability availability = parts_.conversations.availability();
  if (availability.available) return kHere;
  return availability.open ? kOpen : kAway;
}

void TeamReturn::look(bool may_be_away) {
  if (known_.empty()) {
    known_ = parts_.database.read(
        [](Connection& connection) { return store::find_meta_value(connection, kKey); });
    if (known_.empty()) known_ = kAway;
  }
  const std::string now_is = present();
  if (now_is == known_ || (now_is != kHere && !may_be_away)) return;
  tell(now_is, now_is == kHere);
}

void TeamReturn::tell(const std::string& now_is, bool somebody_is_there) {
  const bool opened = now_is == kOpen && known_ == kAway;
  const auto planned = parts_.database.write([&](Connection& tx) -> Result<int> {
    store::set_meta_value(tx, kKey, now_is);
    if (!somebody_is_there && !opened) return 0;
    return plan_team_back(tx, *parts_.sites.current(), parts_.clock.now(), somebody_is_there);
  });
  if (!planned) {
    spdlog::warn("the return of the team could not be stored: {}", planned.error().message);
    return;
  }
  known_ = now_is;
  if (*planned > 0) parts_.on_planned();
  if (somebody_is_there) offer_a_person();
}

void TeamReturn::offer_a_person() {
  const std::string site = parts_.sites.current()->settings.site.id;
  const auto promises = parts_.database.read([&](Connection& connection) {
    return store::promises(connection, site, "open", kMostVisitors);
  });
  for (const auto& promise : promises) {
    const std::string& id = promise.conversation_id;
    if (parts_.hub.open_of(topics::visitor_principal(id)) == 0 || was_offered(id)) continue;
    const auto offered = parts_.conversations.apply(id, TeamComesBack{});
    if (!offered)
      spdlog::warn("a visitor could not be offered a person: {}", offered.error().message);
  }
}

/// Since the last promise: a team that comes and goes does not ask twice.
bool TeamReturn::was_offered(const std::string& conversation_id) const {
  const auto events = parts_.database.read([&](Connection& connection) {
    return store::last_events(connection, conversation_id, kRecentEvents);
  });
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    if (std::holds_alternative<HandoffOffered>(event->payload)) return true;
    if (std::holds_alternative<CallbackWasPromised>(event->payload)) return false;
  }
  return false;
}

}  // namespace handoff
