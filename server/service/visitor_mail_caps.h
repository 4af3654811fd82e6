#pragma once

#include <optional>

#include "service/visitor_mail_address.h"
#include "store/connection.h"
#include "store/visitor_mails.h"

/// How many mails visitors may be sent. What a cap refuses waits, or is given up where agents see
/// it. Asked in the transaction that plans the mail, so that nothing slips past a count.
namespace handoff {

struct MailPermission {
  bool now = false;
  std::optional<Instant> again = std::nullopt;  ///< when to ask again; empty: not by itself
  bool capped = false;                          ///< agents are told
};

/// Whether an address may be asked if it is the visitor's: once in 24 hours and three times in all
/// until it answers, from all conversations together; and per domain and site and hour.
MailPermission may_ask(Connection& tx, const Conversation& conversation,
                       const store::VisitorMailRow& row, const VisitorAddress& address,
                       Instant now);

/// Whether an answer may go to a confirmed address.
MailPermission may_answer(Connection& tx, const Conversation& conversation, Instant now);

}  // namespace handoff
