#include "service/visitor_mail_plan.h"

#include <algorithm>

#include "service/notices.h"
#include "store/visitor_mails.h"

namespace handoff {
namespace {

/// Long enough to come back from another tab or a tunnel, short enough for "at once".
constexpr Minutes kPatience{2};

bool is_answer(const Event& event) {
  return event.author == Author::kAgent && std::holds_alternative<Message>(event.payload);
}

/// The team has learnt an address, so what waited for one is decided about again.
bool is_contact_of_team(const Event& event) {
  return event.author != Author::kVisitor && std::holds_alternative<ContactGiven>(event.payload);
}

}  // namespace

bool mails_visitors(const Site& site) {
  return site.settings.notifications.email && !public_address(site, "").empty();
}

void plan_visitor_mail(Connection& tx, const Site& site, const Conversation& after,
                       const std::vector<Event>& events, bool here) {
  for (const auto& event : events) {
    if (event.author == Author::kVisitor) {
      store::visitor_mail_is_had(tx, after.id);
    } else if (is_answer(event) && !here && mails_visitors(site)) {
      store::visitor_mail_waits(tx, after.id, event.seq, event.at + kPatience);
    } else if (is_contact_of_team(event)) {
      store::visitor_mail_is_due(tx, after.id, event.at);
    }
  }
}

bool holds_answer(const std::vector<Event>& events) {
  return std::any_of(events.begin(), events.end(), is_answer);
}

}  // namespace handoff
