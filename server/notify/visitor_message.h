#pragma once

#include <string>
#include <vector>

#include "handoff/result.h"
#include "notify/email_message.h"

/// Mails to visitors (RFC 5322): a person's answers, and the question whether an address is theirs.
/// Pure; the same arguments make the same bytes. No word of anybody but us stands in a subject.
/// The functions answer kInvalid for an address that is none and for ids and links with characters
/// that do not belong there.
namespace handoff {

/// Says that there is an answer, and nothing of what was written, by whom or where: the address may
/// be a stranger's.
struct ConfirmationMail {
  std::string id;  ///< of the delivery: the same on every repeat
  std::string site_name;
  std::string locale = "en";  ///< the visitor's
  std::string link;           ///< where the address is confirmed or refused
  Instant at = {};
};
/// `parties.first_of_conversation` is not looked at: it belongs to no thread.
Result<EmailMessage> confirmation_message(const ConfirmationMail& mail,
                                          const EmailParties& parties);

struct AnswerMail {
  struct Answer {
    std::string name;  ///< of the person; may be empty
    std::string text;
  };
  std::string id;  ///< of the delivery: the same on every repeat
  std::string conversation_id;
  std::string site_name;
  std::string locale = "en";
  std::vector<Answer> answers;
  std::string page = {};  ///< where the conversation goes on; empty: unknown
  std::string stop_link;  ///< ends these mails; by https: also at a mail client's own button
  Instant at = {};
};
Result<EmailMessage> answer_message(const AnswerMail& mail, const EmailParties& parties);

}  // namespace handoff
