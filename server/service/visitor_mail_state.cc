#include "service/visitor_mail.h"
#include "service/visitor_mail_plan.h"
#include "store/visitor_links.h"

/// How a conversation's mails stand, for agents.
namespace handoff {
namespace {

constexpr int kMostCounted = 1000;

/// What the store knows about a conversation's mails.
struct Known {
  store::VisitorMailRow row;
  std::optional<store::MailAndState> newest;
  std::optional<Instant> sent_at;
  int waiting = 0;
  bool refused = false;
};

Known known_of(Connection& connection, const Conversation& conversation,
               const std::optional<VisitorAddress>& address) {
  Known known;
  if (address) {
    const auto mailbox = store::find_mailbox(connection, conversation.site, address->mailbox);
    known.refused = mailbox.refused_at.has_value();
  }
  const auto row = store::find_visitor_mail(connection, conversation.id);
  if (!row) return known;
  known.row = *row;
  known.newest = store::newest_visitor_mail(connection, conversation.id);
  known.sent_at = store::visitor_answer_sent_at(connection, conversation.id);
  auto oldest = store::oldest_unsent_answer(connection, conversation.id);
  if (!oldest) oldest = row->first_seq;
  if (!oldest) return known;
  const auto waiting = store::answers_from(connection, conversation.id, *oldest, kMostCounted);
  known.waiting = static_cast<int>(waiting.size());
  return known;
}

const char* name_of(const Known& known, const std::optional<VisitorAddress>& address) {
  if (!address) return "undeliverable";
  if (known.refused) return "refused";
  if (known.row.address != address->mail) return "none";
  if (known.row.stopped_at) return "refused";
  const auto& newest = known.newest;
  if (newest && newest->state == "dead" && newest->mail.address == address->mail)
    return "undeliverable";
  if (known.row.capped) return "capped";
  if (known.row.confirmed_at) return "confirmed";
  return known.row.asked_at ? "asked" : "none";
}

Json time_or_null(std::optional<Instant> at) { return at ? Json(format_utc(*at)) : Json(nullptr); }

}  // namespace

Json VisitorMail::state(const Conversation& conversation) const {
  const auto address = visitor_address(conversation.contact);
  const bool given = conversation.contact && !conversation.contact->email.empty();
  const Known known = parts_.database.read(
      [&](Connection& connection) { return known_of(connection, conversation, address); });
  const bool same = address && known.row.address == address->mail;
  std::string state = given ? name_of(known, address) : "none";
  if (!mails_visitors(*parts_.sites.current())) state = "not_set_up";
  return {{"address", given ? Json(conversation.contact->email) : Json(nullptr)},
          {"state", state},
          {"asked_at", time_or_null(same ? known.row.asked_at : std::nullopt)},
          {"last_sent_at", time_or_null(known.sent_at)},
          {"waiting", known.waiting},
          {"away", !is_here(conversation.id)}};
}

}  // namespace handoff
