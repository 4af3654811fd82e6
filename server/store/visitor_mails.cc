#include "store/visitor_mails.h"

#include "store/columns.h"
#include "store/deliveries.h"

namespace handoff::store {
namespace {

const std::string kSelectMail =
    "SELECT m.delivery_id, m.conversation_id, m.site, m.kind, m.address, m.domain, m.first_seq, "
    "m.last_seq, m.is_first, m.planned_at, m.sent_at";

std::string name_of(VisitorMailKind kind) {
  return kind == VisitorMailKind::kQuestion ? "question" : "answer";
}

PlannedMail mail_of(SQLite::Statement& found) {
  const bool question = found.getColumn(3).getString() == "question";
  return {.delivery_id = found.getColumn(0).getString(),
          .conversation_id = found.getColumn(1).getString(),
          .site = found.getColumn(2).getString(),
          .kind = question ? VisitorMailKind::kQuestion : VisitorMailKind::kAnswer,
          .address = found.getColumn(4).getString(),
          .domain = found.getColumn(5).getString(),
          .first_seq = found.getColumn(6).getInt64(),
          .last_seq = found.getColumn(7).getInt64(),
          .is_first = found.getColumn(8).getInt() != 0,
          .planned_at = instant_of(found.getColumn(9)),
          .sent_at = optional_instant_of(found.getColumn(10))};
}

void bind_instant(SQLite::Statement& statement, int at, std::optional<Instant> value) {
  if (value) {
    statement.bind(at, column_of(*value));
  } else {
    statement.bind(at);
  }
}

void drop_unsent(Connection& tx, const std::string& conversation_id) {
  auto remove = tx.prepare(
      "DELETE FROM deliveries WHERE conversation_id = ? AND state = 'pending' "
      "AND type IN ('visitor.question', 'visitor.answer')");
  remove->bind(1, conversation_id);
  remove->exec();
}

/// One statement about one conversation, at one moment.
void run(Connection& tx, const std::string& sql, const std::string& conversation_id, Instant now) {
  auto update = tx.prepare(sql);
  update->bind(1, conversation_id);
  update->bind(2, column_of(now));
  update->exec();
}

}  // namespace

void visitor_mail_waits(Connection& tx, const std::string& conversation_id, std::int64_t seq,
                        Instant due_at) {
  auto upsert = tx.prepare(
      "INSERT INTO visitor_mail (conversation_id, first_seq, due_at) VALUES (?, ?, ?) "
      "ON CONFLICT (conversation_id) DO UPDATE SET "
      "first_seq = coalesce(first_seq, excluded.first_seq), "
      "due_at = coalesce(due_at, excluded.due_at)");
  upsert->bind(1, conversation_id);
  upsert->bind(2, seq);
  upsert->bind(3, column_of(due_at));
  upsert->exec();
}

void visitor_mail_is_due(Connection& tx, const std::string& conversation_id, Instant due_at) {
  run(tx,
      "UPDATE visitor_mail SET due_at = ?2 WHERE conversation_id = ?1 AND first_seq IS NOT NULL",
      conversation_id, due_at);
}

void visitor_mail_is_had(Connection& tx, const std::string& conversation_id) {
  auto update = tx.prepare(
      "UPDATE visitor_mail SET first_seq = NULL, due_at = NULL, capped = 0 "
      "WHERE conversation_id = ?");
  update->bind(1, conversation_id);
  if (update->exec() > 0) drop_unsent(tx, conversation_id);
}

bool visitor_mail_is_open(Connection& connection, const std::string& conversation_id) {
  auto find = connection.prepare(
      "SELECT 1 FROM visitor_mail v WHERE v.conversation_id = ? AND (v.first_seq IS NOT NULL "
      "OR EXISTS (SELECT 1 FROM deliveries d WHERE d.conversation_id = v.conversation_id "
      "AND d.state = 'pending' AND d.type IN ('visitor.question', 'visitor.answer')))");
  find->bind(1, conversation_id);
  return find->executeStep();
}

std::optional<VisitorMailRow> find_visitor_mail(Connection& connection,
                                                const std::string& conversation_id) {
  auto find = connection.prepare(
      "SELECT conversation_id, address, confirmed_at, stopped_at, asked_at, first_seq, due_at, "
      "capped FROM visitor_mail WHERE conversation_id = ?");
  find->bind(1, conversation_id);
  if (!find->executeStep()) return std::nullopt;
  VisitorMailRow row{.conversation_id = find->getColumn(0).getString(),
                     .address = find->getColumn(1).getString(),
                     .confirmed_at = optional_instant_of(find->getColumn(2)),
                     .stopped_at = optional_instant_of(find->getColumn(3)),
                     .asked_at = optional_instant_of(find->getColumn(4)),
                     .due_at = optional_instant_of(find->getColumn(6)),
                     .capped = find->getColumn(7).getInt() != 0};
  if (!find->getColumn(5).isNull()) row.first_seq = find->getColumn(5).getInt64();
  return row;
}

std::vector<std::string> due_visitor_mail(Connection& connection, Instant now, int limit) {
  auto find = connection.prepare(
      "SELECT conversation_id FROM visitor_mail WHERE due_at <= ? ORDER BY due_at LIMIT ?");
  find->bind(1, column_of(now));
  find->bind(2, limit);
  std::vector<std::string> out;
  while (find->executeStep()) out.push_back(find->getColumn(0).getString());
  return out;
}

void set_visitor_address(Connection& tx, const std::string& conversation_id,
                         const std::string& address) {
  auto update = tx.prepare(
      "UPDATE visitor_mail SET address = ?, confirmed_at = NULL, stopped_at = NULL, "
      "asked_at = NULL, capped = 0 WHERE conversation_id = ?");
  update->bind(1, address);
  update->bind(2, conversation_id);
  update->exec();
}

void put_off_visitor_mail(Connection& tx, const std::string& conversation_id,
                          std::optional<Instant> due_at, bool capped) {
  auto update =
      tx.prepare("UPDATE visitor_mail SET due_at = ?, capped = ? WHERE conversation_id = ?");
  bind_instant(*update, 1, due_at);
  update->bind(2, capped ? 1 : 0);
  update->bind(3, conversation_id);
  update->exec();
}

void confirm_visitor_address(Connection& tx, const std::string& conversation_id, Instant now) {
  run(tx,
      "UPDATE visitor_mail SET confirmed_at = ?2, capped = 0, "
      "due_at = CASE WHEN first_seq IS NULL THEN NULL ELSE ?2 END WHERE conversation_id = ?1",
      conversation_id, now);
}

void stop_visitor_mail(Connection& tx, const std::string& conversation_id, Instant now) {
  run(tx, "UPDATE visitor_mail SET stopped_at = ?2, due_at = NULL WHERE conversation_id = ?1",
      conversation_id, now);
  drop_unsent(tx, conversation_id);
}

void add_visitor_mail(Connection& tx, const PlannedMail& mail) {
  const bool question = mail.kind == VisitorMailKind::kQuestion;
  add_delivery(tx, {.site = mail.site,
                    .conversation_id = mail.conversation_id,
                    .channel = "email",
                    .target = mail.address,
                    .type = question ? kVisitorQuestion : kVisitorAnswer,
                    .seq = mail.first_seq,
                    .now = mail.planned_at,
                    .due_at = mail.planned_at});
  auto insert = tx.prepare(
      "INSERT INTO visitor_mails (delivery_id, conversation_id, site, kind, address, domain, "
      "first_seq, last_seq, is_first, planned_at) "
      "SELECT d.id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NOT EXISTS (SELECT 1 FROM visitor_mails b "
      "WHERE b.conversation_id = ?2 AND b.kind = ?4 AND b.address = ?5), ?9 "
      "FROM deliveries d WHERE d.number = ?1");
  insert->bind(1, tx.getLastInsertRowid());
  insert->bind(2, mail.conversation_id);
  insert->bind(3, mail.site);
  insert->bind(4, name_of(mail.kind));
  insert->bind(5, mail.address);
  insert->bind(6, mail.domain);
  insert->bind(7, mail.first_seq);
  insert->bind(8, mail.last_seq);
  insert->bind(9, column_of(mail.planned_at));
  insert->exec();
}

void question_is_planned(Connection& tx, const std::string& conversation_id, Instant now) {
  run(tx,
      "UPDATE visitor_mail SET asked_at = ?2, due_at = NULL, capped = 0 WHERE conversation_id = ?1",
      conversation_id, now);
}

void answer_is_planned(Connection& tx, const std::string& conversation_id,
                       std::optional<std::int64_t> rest, Instant rest_due_at) {
  auto update = tx.prepare(
      "UPDATE visitor_mail SET first_seq = ?, due_at = ?, capped = 0 WHERE conversation_id = ?");
  if (rest) {
    update->bind(1, *rest);
    update->bind(2, column_of(rest_due_at));
  } else {
    update->bind(1);
    update->bind(2);
  }
  update->bind(3, conversation_id);
  update->exec();
}

std::optional<PlannedMail> find_planned_mail(Connection& connection,
                                             const std::string& delivery_id) {
  auto find = connection.prepare(kSelectMail + " FROM visitor_mails m WHERE m.delivery_id = ?");
  find->bind(1, delivery_id);
  if (!find->executeStep()) return std::nullopt;
  return mail_of(*find);
}

void visitor_mail_is_sent(Connection& tx, const std::string& delivery_id, Instant now) {
  run(tx, "UPDATE visitor_mails SET sent_at = ?2 WHERE delivery_id = ?1", delivery_id, now);
}

std::optional<MailAndState> newest_visitor_mail(Connection& connection,
                                                const std::string& conversation_id) {
  auto find = connection.prepare(
      kSelectMail +
      ", coalesce(d.state, '') FROM visitor_mails m LEFT JOIN deliveries d ON d.id = m.delivery_id "
      "WHERE m.conversation_id = ? ORDER BY m.planned_at DESC, d.number DESC LIMIT 1");
  find->bind(1, conversation_id);
  if (!find->executeStep()) return std::nullopt;
  return MailAndState{mail_of(*find), find->getColumn(11).getString()};
}

std::optional<std::int64_t> oldest_unsent_answer(Connection& connection,
                                                 const std::string& conversation_id) {
  auto find = connection.prepare(
      "SELECT min(m.first_seq) FROM visitor_mails m JOIN deliveries d ON d.id = m.delivery_id "
      "WHERE m.conversation_id = ? AND m.kind = 'answer' AND d.state = 'pending'");
  find->bind(1, conversation_id);
  if (!find->executeStep() || find->getColumn(0).isNull()) return std::nullopt;
  return find->getColumn(0).getInt64();
}

std::optional<Instant> visitor_answer_sent_at(Connection& connection,
                                              const std::string& conversation_id) {
  auto find = connection.prepare(
      "SELECT max(sent_at) FROM visitor_mails WHERE conversation_id = ? AND kind = 'answer'");
  find->bind(1, conversation_id);
  return find->executeStep() ? optional_instant_of(find->getColumn(0)) : std::nullopt;
}

MailsCounted count_visitor_mails(Connection& connection, const MailCount& wanted) {
  auto find = connection.prepare(
      "SELECT count(*), coalesce(min(planned_at), 0) FROM visitor_mails WHERE site = ?1 "
      "AND planned_at > ?2 AND (?3 = '' OR domain = ?3) AND (?4 = '' OR conversation_id = ?4) "
      "AND (?5 = '' OR kind = ?5)");
  find->bind(1, wanted.site);
  find->bind(2, column_of(wanted.since));
  find->bind(3, wanted.domain);
  find->bind(4, wanted.conversation_id);
  find->bind(5, wanted.kind ? name_of(*wanted.kind) : "");
  find->executeStep();
  return {.count = find->getColumn(0).getInt(), .oldest = instant_of(find->getColumn(1))};
}

std::vector<std::int64_t> answers_from(Connection& connection, const std::string& conversation_id,
                                       std::int64_t from, int limit) {
  auto find = connection.prepare(
      "SELECT seq FROM events WHERE conversation_id = ? AND seq >= ? AND type = 'message' "
      "AND author = 'agent' ORDER BY seq LIMIT ?");
  find->bind(1, conversation_id);
  find->bind(2, from);
  find->bind(3, limit);
  std::vector<std::int64_t> out;
  while (find->executeStep()) out.push_back(find->getColumn(0).getInt64());
  return out;
}

}  // namespace handoff::store
