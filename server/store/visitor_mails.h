#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handoff/time.h"
#include "store/connection.h"

/// Mails to visitors who have left: what waits, what was decided, whose address it is. As in
/// conversations.h, the functions throw SQLite::Exception.
namespace handoff::store {

/// The `type` of their deliveries. A question asks whether the address is the visitor's.
inline constexpr const char* kVisitorQuestion = "visitor.question";
inline constexpr const char* kVisitorAnswer = "visitor.answer";

enum class VisitorMailKind { kQuestion, kAnswer };

/// How one conversation stands.
struct VisitorMailRow {
  std::string conversation_id;
  std::string address;
  std::optional<Instant> confirmed_at = std::nullopt;
  std::optional<Instant> stopped_at = std::nullopt;
  std::optional<Instant> asked_at = std::nullopt;
  std::optional<std::int64_t> first_seq = std::nullopt;  ///< oldest answer that was not had
  std::optional<Instant> due_at = std::nullopt;          ///< when it is decided about next
  bool capped = false;
};

/// A person has answered, and the visitor is not there.
void visitor_mail_waits(Connection& tx, const std::string& conversation_id, std::int64_t seq,
                        Instant due_at);
/// What waits, if anything does, is decided about anew.
void visitor_mail_is_due(Connection& tx, const std::string& conversation_id, Instant due_at);
/// The visitor is there: what waits and what was not sent yet is taken back.
void visitor_mail_is_had(Connection& tx, const std::string& conversation_id);
/// Whether `visitor_mail_is_had` would change anything.
bool visitor_mail_is_open(Connection& connection, const std::string& conversation_id);

std::optional<VisitorMailRow> find_visitor_mail(Connection& connection,
                                                const std::string& conversation_id);
/// The conversations to decide about, the longest due first.
std::vector<std::string> due_visitor_mail(Connection& connection, Instant now, int limit);
/// Another address: nothing that was said about the one before holds for it.
void set_visitor_address(Connection& tx, const std::string& conversation_id,
                         const std::string& address);
/// It is decided about again at `due_at`; without that when something happens.
void put_off_visitor_mail(Connection& tx, const std::string& conversation_id,
                          std::optional<Instant> due_at, bool capped);
void confirm_visitor_address(Connection& tx, const std::string& conversation_id, Instant now);
void stop_visitor_mail(Connection& tx, const std::string& conversation_id, Instant now);

/// A mail that was decided.
struct PlannedMail {
  std::string delivery_id = {};
  std::string conversation_id;
  std::string site;
  VisitorMailKind kind = VisitorMailKind::kAnswer;
  std::string address;
  std::string domain;
  std::int64_t first_seq = 0;
  std::int64_t last_seq = 0;
  bool is_first = false;  ///< of its kind in this conversation
  Instant planned_at = {};
  std::optional<Instant> sent_at = std::nullopt;
};
/// Stores the mail and its delivery, due at once. `delivery_id` and `is_first` are found here.
void add_visitor_mail(Connection& tx, const PlannedMail& mail);
/// What is asked goes on waiting; `rest` of what is answered does as well, from that message on.
void question_is_planned(Connection& tx, const std::string& conversation_id, Instant now);
void answer_is_planned(Connection& tx, const std::string& conversation_id,
                       std::optional<std::int64_t> rest, Instant rest_due_at);
std::optional<PlannedMail> find_planned_mail(Connection& connection,
                                             const std::string& delivery_id);
void visitor_mail_is_sent(Connection& tx, const std::string& delivery_id, Instant now);

/// `state` is that of its delivery; empty: that is forgotten already.
struct MailAndState {
  PlannedMail mail;
  std::string state;
};
/// The newest mail of a conversation, of either kind.
std::optional<MailAndState> newest_visitor_mail(Connection& connection,
                                                const std::string& conversation_id);
/// The oldest answer that is in a mail which was not taken yet.
std::optional<std::int64_t> oldest_unsent_answer(Connection& connection,
                                                 const std::string& conversation_id);
std::optional<Instant> visitor_answer_sent_at(Connection& connection,
                                              const std::string& conversation_id);

/// Empty texts stand for all; without a kind both count.
struct MailCount {
  std::string site;
  Instant since;
  std::string domain = {};
  std::string conversation_id = {};
  std::optional<VisitorMailKind> kind = std::nullopt;
};
struct MailsCounted {
  int count = 0;
  Instant oldest = {};
};
/// What was planned after `since`.
MailsCounted count_visitor_mails(Connection& connection, const MailCount& wanted);

/// The `seq` of what people of the team wrote, from `from` on.
std::vector<std::int64_t> answers_from(Connection& connection, const std::string& conversation_id,
                                       std::int64_t from, int limit);

}  // namespace handoff::store
