#pragma once

#include <functional>
#include <mutex>
#include <string>

#include "handoff/json.h"
#include "live/hub.h"
#include "notify/email_message.h"
#include "outbox/delivery_worker.h"
#include "service/channels.h"
#include "service/visitor_mail_address.h"
#include "store/visitor_mails.h"

namespace handoff {

/// Brings the answers of people to visitors who have left. An address is mailed what was answered
/// only after its owner has confirmed it for this conversation, by a link of one use: whoever types
/// the confirmed address of somebody else into another chat sends them nothing. Thread-safe.
class VisitorMail {
 public:
  struct Parts {
    Database& database;
    const Sites& sites;
    const Clock& clock;
    const live::Hub& hub;
    Channels& channels;
    std::function<void()> on_planned;  ///< there is a delivery to make
  };

  explicit VisitorMail(Parts parts);

  /// Decides about everything that is due.
  void round();
  /// Decides about one conversation, if it is due.
  void decide(const std::string& conversation_id);
  /// The visitor has the conversation open: what was not sent yet is taken back.
  void came_back(const std::string& conversation_id);
  bool is_here(const std::string& conversation_id) const;

  /// One attempt of a delivery of type `visitor.…`. A repeat has the same Message-ID and says the
  /// same; only the link in it is new, because no token is kept.
  DeliveryEnd send(const store::Delivery& delivery);

  /// `{address, state, asked_at, last_sent_at, waiting, away}`, for agents.
  Json state(const Conversation& conversation) const;

 private:
  Result<bool> plan(Connection& tx, const std::string& conversation_id) const;
  bool plan_question(Connection& tx, const Conversation& conversation,
                     const store::VisitorMailRow& row, const VisitorAddress& address) const;
  bool plan_answer(Connection& tx, const Conversation& conversation,
                   const store::VisitorMailRow& row, const VisitorAddress& address) const;
  bool is_wanted(const store::PlannedMail& mail, const Conversation& conversation) const;
  Result<EmailMessage> written(const store::Delivery& delivery, const store::PlannedMail& mail,
                               const Conversation& conversation);
  Result<std::string> new_link(const store::PlannedMail& mail);
  void forget_old_links(Instant now);

  Parts parts_;
  const Instant started_at_;
  std::mutex round_;
  Instant forgot_at_ = {};
};

}  // namespace handoff
