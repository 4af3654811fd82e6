#include "service/visitor_mail_caps.h"

#include "store/visitor_links.h"

namespace handoff {
namespace {

using std::chrono::hours;
using store::VisitorMailKind;

/// Somebody who does not answer three mails does not want a fourth.
constexpr int kQuestionsInAll = 3;
constexpr hours kBetweenQuestions{24};
/// A team answers a few strangers an hour; who needs more of one domain is filling it. The large
/// providers are no exception: a relayed wave of spam goes to them first.
constexpr int kQuestionsPerDomain = 20;
/// The most that a small mail account sends in an hour without being blocked.
constexpr int kMailsPerSite = 200;
constexpr int kAnswersPerDay = 20;
/// Two mails within five minutes are one conversation in the wrong place.
constexpr Minutes kBetweenAnswers{5};

MailPermission not_before(Instant again) { return {.again = again, .capped = true}; }

/// The moment at which there is room again under a cap; empty: there is.
std::optional<Instant> full_until(Connection& tx, const store::MailCount& wanted, int most,
                                  Milliseconds window) {
  const auto counted = store::count_visitor_mails(tx, wanted);
  if (counted.count < most) return std::nullopt;
  return counted.oldest + window;
}

std::optional<Instant> site_full_until(Connection& tx, const std::string& site, Instant now) {
  return full_until(tx, {.site = site, .since = now - hours(1)}, kMailsPerSite, hours(1));
}

/// The question of this conversation is still open: its answer is waited for.
bool waits_for_answer(const store::VisitorMailRow& row, const store::Mailbox& mailbox) {
  return row.asked_at && mailbox.asked_at && *row.asked_at == *mailbox.asked_at;
}

}  // namespace

MailPermission may_ask(Connection& tx, const Conversation& conversation,
                       const store::VisitorMailRow& row, const VisitorAddress& address,
                       Instant now) {
  const auto mailbox = store::find_mailbox(tx, conversation.site, address.mailbox);
  const bool too_soon = mailbox.asked_at && now - *mailbox.asked_at < kBetweenQuestions;
  if (too_soon && waits_for_answer(row, mailbox)) return {};
  if (mailbox.asked >= kQuestionsInAll) return {.capped = true};
  if (too_soon) return not_before(*mailbox.asked_at + kBetweenQuestions);
  const auto domain = full_until(tx,
                                 {.site = conversation.site,
                                  .since = now - hours(1),
                                  .domain = address.domain,
                                  .kind = VisitorMailKind::kQuestion},
                                 kQuestionsPerDomain, hours(1));
  if (domain) return not_before(*domain);
  if (const auto site = site_full_until(tx, conversation.site, now)) return not_before(*site);
  return {.now = true};
}

MailPermission may_answer(Connection& tx, const Conversation& conversation, Instant now) {
  store::MailCount answers{.site = conversation.site,
                           .since = now - kBetweenAnswers,
                           .conversation_id = conversation.id,
                           .kind = VisitorMailKind::kAnswer};
  if (const auto soon = full_until(tx, answers, 1, kBetweenAnswers)) return {.again = *soon};
  answers.since = now - hours(24);
  if (const auto day = full_until(tx, answers, kAnswersPerDay, hours(24))) return not_before(*day);
  if (const auto site = site_full_until(tx, conversation.site, now)) return not_before(*site);
  return {.now = true};
}

}  // namespace handoff
