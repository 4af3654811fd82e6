#pragma once

#include <optional>
#include <string>

#include "handoff/time.h"
#include "store/connection.h"
#include "store/visitor_mails.h"

/// The links in mails to visitors, and the mailboxes behind the addresses. As in conversations.h,
/// the functions throw SQLite::Exception.
namespace handoff::store {

struct VisitorLink {
  std::string token_hash;
  std::string conversation_id;
  VisitorMailKind kind = VisitorMailKind::kQuestion;  ///< of the mail it stands in
  std::string address;
  Instant expires_at;
  std::optional<Instant> used_at = std::nullopt;
};
void add_visitor_link(Connection& tx, const VisitorLink& link);
std::optional<VisitorLink> find_visitor_link(Connection& connection, const std::string& token_hash);
/// All links of this conversation that ask about this address: one answer answers them all.
void use_question_links(Connection& tx, const std::string& conversation_id,
                        const std::string& address, Instant now);
void forget_visitor_links(Connection& tx, Instant expired_before);

/// `mailbox`: a hash.
struct Mailbox {
  int asked = 0;  ///< questions since the last one that was answered
  std::optional<Instant> asked_at = std::nullopt;
  std::optional<Instant> refused_at = std::nullopt;  ///< it wants no mail from this site any more
};
Mailbox find_mailbox(Connection& connection, const std::string& site, const std::string& mailbox);
void mailbox_is_asked(Connection& tx, const std::string& site, const std::string& mailbox,
                      Instant now);
void mailbox_answers(Connection& tx, const std::string& site, const std::string& mailbox);
void mailbox_refuses(Connection& tx, const std::string& site, const std::string& mailbox,
                     Instant now);

}  // namespace handoff::store
