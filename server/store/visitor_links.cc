#include "store/visitor_links.h"

#include "store/columns.h"

namespace handoff::store {
namespace {

std::string bytes_of(const SQLite::Column& column) {
  return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

void bind_bytes(SQLite::Statement& statement, int at, const std::string& bytes) {
  statement.bind(at, bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace

void add_visitor_link(Connection& tx, const VisitorLink& link) {
  auto insert = tx.prepare(
      "INSERT INTO visitor_mail_links (token_hash, conversation_id, kind, address, expires_at) "
      "VALUES (?, ?, ?, ?, ?)");
  bind_bytes(*insert, 1, link.token_hash);
  insert->bind(2, link.conversation_id);
  insert->bind(3, link.kind == VisitorMailKind::kQuestion ? "question" : "answer");
  insert->bind(4, link.address);
  insert->bind(5, column_of(link.expires_at));
  insert->exec();
}

std::optional<VisitorLink> find_visitor_link(Connection& connection,
                                             const std::string& token_hash) {
  auto find = connection.prepare(
      "SELECT token_hash, conversation_id, kind, address, expires_at, used_at "
      "FROM visitor_mail_links WHERE token_hash = ?");
  bind_bytes(*find, 1, token_hash);
  if (!find->executeStep()) return std::nullopt;
  const bool question = find->getColumn(2).getString() == "question";
  return VisitorLink{.token_hash = bytes_of(find->getColumn(0)),
                     .conversation_id = find->getColumn(1).getString(),
                     .kind = question ? VisitorMailKind::kQuestion : VisitorMailKind::kAnswer,
                     .address = find->getColumn(3).getString(),
                     .expires_at = instant_of(find->getColumn(4)),
                     .used_at = optional_instant_of(find->getColumn(5))};
}

void use_question_links(Connection& tx, const std::string& conversation_id,
                        const std::string& address, Instant now) {
  auto update = tx.prepare(
      "UPDATE visitor_mail_links SET used_at = ? WHERE conversation_id = ? AND address = ? "
      "AND kind = 'question' AND used_at IS NULL");
  update->bind(1, column_of(now));
  update->bind(2, conversation_id);
  update->bind(3, address);
  update->exec();
}

void forget_visitor_links(Connection& tx, Instant expired_before) {
  auto remove = tx.prepare("DELETE FROM visitor_mail_links WHERE expires_at < ?");
  remove->bind(1, column_of(expired_before));
  remove->exec();
}

Mailbox find_mailbox(Connection& connection, const std::string& site, const std::string& mailbox) {
  auto find = connection.prepare(
      "SELECT asked, asked_at, refused_at FROM visitor_mailboxes WHERE site = ? AND mailbox = ?");
  find->bind(1, site);
  bind_bytes(*find, 2, mailbox);
  if (!find->executeStep()) return {};
  return {.asked = find->getColumn(0).getInt(),
          .asked_at = optional_instant_of(find->getColumn(1)),
          .refused_at = optional_instant_of(find->getColumn(2))};
}

void mailbox_is_asked(Connection& tx, const std::string& site, const std::string& mailbox,
                      Instant now) {
  auto upsert = tx.prepare(
      "INSERT INTO visitor_mailboxes (site, mailbox, asked, asked_at) VALUES (?, ?, 1, ?) "
      "ON CONFLICT DO UPDATE SET asked = asked + 1, asked_at = excluded.asked_at");
  upsert->bind(1, site);
  bind_bytes(*upsert, 2, mailbox);
  upsert->bind(3, column_of(now));
  upsert->exec();
}

void mailbox_answers(Connection& tx, const std::string& site, const std::string& mailbox) {
  auto update = tx.prepare(
      "UPDATE visitor_mailboxes SET asked = 0, asked_at = NULL WHERE site = ? AND mailbox = ?");
  update->bind(1, site);
  bind_bytes(*update, 2, mailbox);
  update->exec();
}

void mailbox_refuses(Connection& tx, const std::string& site, const std::string& mailbox,
                     Instant now) {
  auto upsert = tx.prepare(
      "INSERT INTO visitor_mailboxes (site, mailbox, refused_at) VALUES (?, ?, ?) "
      "ON CONFLICT DO UPDATE SET refused_at = excluded.refused_at");
  upsert->bind(1, site);
  bind_bytes(*upsert, 2, mailbox);
  upsert->bind(3, column_of(now));
  upsert->exec();
}

}  // namespace handoff::store
