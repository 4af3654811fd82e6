#include "service/visitor_mail_links.h"

#include "service/secrets.h"
#include "store/conversations.h"

namespace handoff {
namespace {

using store::VisitorMailKind;

/// What the link was sent about still holds: the conversation has this address.
bool is_current(const std::optional<store::VisitorMailRow>& row, const store::VisitorLink& link) {
  return row && row->address == link.address;
}

}  // namespace

VisitorMailLinks::Found VisitorMailLinks::find(Connection& connection,
                                               const std::string& token) const {
  Found found{store::find_visitor_link(connection, hash_token(token))};
  if (!found.link) return found;
  const std::string& id = found.link->conversation_id;
  found.conversation = *store::find_conversation(connection, id);
  found.row = store::find_visitor_mail(connection, id);
  found.mailbox = visitor_address(Contact{.email = found.link->address})->mailbox;
  const auto mailbox = store::find_mailbox(connection, found.conversation.site, found.mailbox);
  found.refused = mailbox.refused_at.has_value();
  return found;
}

LinkView VisitorMailLinks::view(const Found& found, LinkPage page) const {
  if (!found.link) return {page, parts_.sites.current()->settings.site.locale};
  return {page, found.conversation.locale};
}

LinkView VisitorMailLinks::view(const Found& found) const {
  if (!found.link) return view(found, LinkPage::kUnknown);
  if (found.refused) return view(found, LinkPage::kRefused);
  const bool current = is_current(found.row, *found.link);
  if (found.link->kind == VisitorMailKind::kAnswer)
    return view(found, current && found.row->stopped_at ? LinkPage::kStopped : LinkPage::kAskStop);
  if (found.link->used_at)
    return view(found, current && found.row->confirmed_at ? LinkPage::kListening : LinkPage::kUsed);
  if (!current || found.link->expires_at <= parts_.clock.now())
    return view(found, LinkPage::kExpired);
  return view(found, LinkPage::kAskConfirm);
}

LinkView VisitorMailLinks::look(const std::string& token) const {
  return parts_.database.read(
      [&](Connection& connection) { return view(find(connection, token)); });
}

Result<LinkView> VisitorMailLinks::confirm(const std::string& token) {
  std::string confirmed;
  const auto after = parts_.database.write([&](Connection& tx) -> Result<LinkView> {
    const Found found = find(tx, token);
    const LinkView before = view(found);
    if (before.page != LinkPage::kAskConfirm) return before;
    const Instant now = parts_.clock.now();
    confirmed = found.link->conversation_id;
    store::use_question_links(tx, confirmed, found.link->address, now);
    store::confirm_visitor_address(tx, confirmed, now);
    store::mailbox_answers(tx, found.conversation.site, found.mailbox);
    return view(found, found.row->first_seq ? LinkPage::kConfirmed : LinkPage::kListening);
  });
  if (after && !confirmed.empty()) parts_.visitor_mail.decide(confirmed);
  return after;
}

Result<LinkView> VisitorMailLinks::stop(const std::string& token) {
  return parts_.database.write([&](Connection& tx) -> Result<LinkView> {
    const Found found = find(tx, token);
    const LinkView before = view(found);
    if (before.page != LinkPage::kAskStop) return before;
    if (is_current(found.row, *found.link))
      store::stop_visitor_mail(tx, found.link->conversation_id, parts_.clock.now());
    return view(found, LinkPage::kStopped);
  });
}

Result<LinkView> VisitorMailLinks::refuse(const std::string& token) {
  return parts_.database.write([&](Connection& tx) -> Result<LinkView> {
    const Found found = find(tx, token);
    if (!found.link) return view(found);
    const Instant now = parts_.clock.now();
    store::mailbox_refuses(tx, found.conversation.site, found.mailbox, now);
    store::use_question_links(tx, found.link->conversation_id, found.link->address, now);
    return view(found, LinkPage::kRefused);
  });
}

}  // namespace handoff
