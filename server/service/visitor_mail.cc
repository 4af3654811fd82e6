#include "service/visitor_mail.h"

#include <spdlog/spdlog.h>

#include "notify/visitor_message.h"
#include "service/notices.h"
#include "service/secrets.h"
#include "service/topics.h"
#include "service/visitor_mail_caps.h"
#include "service/visitor_mail_plan.h"
#include "store/conversations.h"
#include "store/visitor_links.h"

namespace handoff {
namespace {

using End = DeliveryEnd::End;
using std::chrono::hours;
using store::VisitorMailKind;

constexpr int kAtOnce = 256;      ///< conversations in one round
constexpr int kMostAnswers = 20;  ///< in one mail; the others follow
/// The visitors of before a restart have this long to come back.
constexpr Seconds kAfterStart{30};
constexpr Minutes kBehindAnother{1};
constexpr Minutes kBetweenParts{5};
constexpr hours kQuestionHolds{7 * 24};
/// Whoever finds an old mail can still end the mails of its conversation.
constexpr hours kStopHolds{365 * 24};
/// A link that is over still says why, for a while.
constexpr hours kKeepOver{30 * 24};

End end_of(DeliveryOutcome::End end) {
  if (end == DeliveryOutcome::End::kDelivered) return End::kDelivered;
  return end == DeliveryOutcome::End::kTryLater ? End::kTryLater : End::kDead;
}

}  // namespace

VisitorMail::VisitorMail(Parts parts) : parts_(std::move(parts)), started_at_(parts_.clock.now()) {}

bool VisitorMail::is_here(const std::string& conversation_id) const {
  return parts_.hub.open_of(topics::visitor_principal(conversation_id)) > 0;
}

void VisitorMail::round() {
  const std::lock_guard one_at_a_time(round_);
  const Instant now = parts_.clock.now();
  if (now - started_at_ < kAfterStart) return;
  const auto due = parts_.database.read(
      [&](Connection& connection) { return store::due_visitor_mail(connection, now, kAtOnce); });
  for (const auto& id : due) decide(id);
  forget_old_links(now);
}

void VisitorMail::forget_old_links(Instant now) {
  if (now - forgot_at_ < hours(1)) return;
  const auto forgotten = parts_.database.write([&](Connection& tx) -> Result<Done> {
    store::forget_visitor_links(tx, now - kKeepOver);
    return Done{};
  });
  if (forgotten) forgot_at_ = now;
}

void VisitorMail::decide(const std::string& conversation_id) {
  if (is_here(conversation_id)) return came_back(conversation_id);
  const auto planned = parts_.database.write(
      [&](Connection& tx) -> Result<bool> { return plan(tx, conversation_id); });
  if (!planned) {
    spdlog::warn("a mail to the visitor of {} is decided about later: {}", conversation_id,
                 planned.error().message);
  } else if (*planned) {
    parts_.on_planned();
  }
}

void VisitorMail::came_back(const std::string& conversation_id) {
  const bool open = parts_.database.read([&](Connection& connection) {
    return store::visitor_mail_is_open(connection, conversation_id);
  });
  if (!open) return;
  const auto taken_back = parts_.database.write([&](Connection& tx) -> Result<Done> {
    store::visitor_mail_is_had(tx, conversation_id);
    return Done{};
  });
  if (!taken_back)
    spdlog::warn("a mail to the visitor of {} could not be taken back: {}", conversation_id,
                 taken_back.error().message);
}

Result<bool> VisitorMail::plan(Connection& tx, const std::string& conversation_id) const {
  auto row = store::find_visitor_mail(tx, conversation_id);
  const Instant now = parts_.clock.now();
  if (!row || !row->first_seq || !row->due_at || *row->due_at > now) return false;
  const auto conversation = store::find_conversation(tx, conversation_id);
  const auto site = parts_.sites.current();
  const auto address = visitor_address(conversation->contact);
  if (!address || !mails_visitors(*site)) {
    store::put_off_visitor_mail(tx, conversation_id, std::nullopt, false);
    return false;
  }
  if (row->address != address->mail) {
    store::set_visitor_address(tx, conversation_id, address->mail);
    *row = *store::find_visitor_mail(tx, conversation_id);
  }
  if (row->stopped_at || store::find_mailbox(tx, conversation->site, address->mailbox).refused_at) {
    store::put_off_visitor_mail(tx, conversation_id, std::nullopt, false);
    return false;
  }
  return row->confirmed_at ? plan_answer(tx, *conversation, *row, *address)
                           : plan_question(tx, *conversation, *row, *address);
}

bool VisitorMail::plan_question(Connection& tx, const Conversation& conversation,
                                const store::VisitorMailRow& row,
                                const VisitorAddress& address) const {
  const Instant now = parts_.clock.now();
  const auto permission = may_ask(tx, conversation, row, address, now);
  if (!permission.now) {
    store::put_off_visitor_mail(tx, conversation.id, permission.again, permission.capped);
    return false;
  }
  store::mailbox_is_asked(tx, conversation.site, address.mailbox, now);
  store::add_visitor_mail(tx, {.conversation_id = conversation.id,
                               .site = conversation.site,
                               .kind = VisitorMailKind::kQuestion,
                               .address = address.mail,
                               .domain = address.domain,
                               .first_seq = *row.first_seq,
                               .last_seq = *row.first_seq,
                               .planned_at = now});
  store::question_is_planned(tx, conversation.id, now);
  return true;
}

bool VisitorMail::plan_answer(Connection& tx, const Conversation& conversation,
                              const store::VisitorMailRow& row,
                              const VisitorAddress& address) const {
  const Instant now = parts_.clock.now();
  auto permission = may_answer(tx, conversation, now);
  if (store::oldest_unsent_answer(tx, conversation.id))
    permission = {.again = now + kBehindAnother};
  auto answers = store::answers_from(tx, conversation.id, *row.first_seq, kMostAnswers + 1);
  if (!permission.now || answers.empty()) {
    store::put_off_visitor_mail(tx, conversation.id, permission.again, permission.capped);
    return false;
  }
  std::optional<std::int64_t> rest;
  if (answers.size() > kMostAnswers) {
    rest = answers.back();
    answers.pop_back();
  }
  store::add_visitor_mail(tx, {.conversation_id = conversation.id,
                               .site = conversation.site,
                               .kind = VisitorMailKind::kAnswer,
                               .address = address.mail,
                               .domain = address.domain,
                               .first_seq = answers.front(),
                               .last_seq = answers.back(),
                               .planned_at = now});
  store::answer_is_planned(tx, conversation.id, rest, now + kBetweenParts);
  return true;
}

bool VisitorMail::is_wanted(const store::PlannedMail& mail,
                            const Conversation& conversation) const {
  const auto address = visitor_address(conversation.contact);
  if (!address || address->mail != mail.address) return false;
  return parts_.database.read([&](Connection& connection) {
    const auto row = store::find_visitor_mail(connection, conversation.id);
    const bool asks = mail.kind == VisitorMailKind::kQuestion;
    return row && row->address == mail.address && !row->stopped_at &&
           row->confirmed_at.has_value() != asks &&
           !store::find_mailbox(connection, mail.site, address->mailbox).refused_at;
  });
}

DeliveryEnd VisitorMail::send(const store::Delivery& delivery) {
  struct Found {
    std::optional<store::PlannedMail> mail;
    std::optional<Conversation> conversation;
  };
  const auto found = parts_.database.read([&](Connection& connection) {
    return Found{store::find_planned_mail(connection, delivery.id),
                 store::find_conversation(connection, delivery.conversation_id)};
  });
  if (!found.mail || !found.conversation || !is_wanted(*found.mail, *found.conversation))
    return {.end = End::kUnwanted};
  if (is_here(delivery.conversation_id)) {
    came_back(delivery.conversation_id);
    return {.end = End::kUnwanted};
  }
  const auto message = written(delivery, *found.mail, *found.conversation);
  if (!message) {
    const bool never = message.error().code == ErrorCode::kInvalid;
    return {.end = never ? End::kDead : End::kTryLater, .said = message.error().message};
  }
  auto outcome = parts_.channels.mail(*message);
  if (outcome.end == DeliveryOutcome::End::kDelivered) {
    // Where this fails the mail is sent again, under the same id.
    (void)parts_.database.write([&](Connection& tx) -> Result<Done> {
      store::visitor_mail_is_sent(tx, delivery.id, parts_.clock.now());
      return Done{};
    });
  }
  return {.end = end_of(outcome.end),
          .said = std::move(outcome.what),
          .remote_id = std::move(outcome.remote_id),
          .after = outcome.retry_after};
}

Result<EmailMessage> VisitorMail::written(const store::Delivery& delivery,
                                          const store::PlannedMail& mail,
                                          const Conversation& conversation) {
  const auto site = parts_.sites.current();
  const Settings& settings = site->settings;
  if (!mails_visitors(*site)) return invalid("", "mails to visitors are not set up any more");
  const auto link = new_link(mail);
  if (!link) return link.error();
  const EmailParties parties{settings.notifications.email->from, mail.address, mail.is_first};
  if (mail.kind == VisitorMailKind::kQuestion) {
    return confirmation_message({.id = delivery.id,
                                 .site_name = settings.site.name,
                                 .locale = conversation.locale,
                                 .link = *link,
                                 .at = mail.planned_at},
                                parties);
  }
  AnswerMail answer{.id = delivery.id,
                    .conversation_id = conversation.id,
                    .site_name = settings.site.name,
                    .locale = conversation.locale,
                    .page = page_for_mail(conversation.page, settings.site.origins),
                    .stop_link = *link,
                    .at = mail.planned_at};
  const auto events = parts_.database.read([&](Connection& connection) {
    return store::events_after(connection, conversation.id, mail.first_seq - 1,
                               static_cast<int>(mail.last_seq - mail.first_seq + 1));
  });
  for (const auto& event : events) {
    const auto* message = std::get_if<Message>(&event.payload);
    if (message && event.author == Author::kAgent)
      answer.answers.push_back({message->agent ? message->agent->name : "", message->text});
  }
  return answer_message(answer, parties);
}

Result<std::string> VisitorMail::new_link(const store::PlannedMail& mail) {
  const std::string token = random_token("");
  const bool asks = mail.kind == VisitorMailKind::kQuestion;
  const auto stored = parts_.database.write([&](Connection& tx) -> Result<Done> {
    store::add_visitor_link(
        tx, {.token_hash = hash_token(token),
             .conversation_id = mail.conversation_id,
             .kind = mail.kind,
             .address = mail.address,
             .expires_at = parts_.clock.now() + (asks ? kQuestionHolds : kStopHolds)});
    return Done{};
  });
  if (!stored) return stored.error();
  return public_address(*parts_.sites.current(), "") + "/m/" + token;
}

}  // namespace handoff
