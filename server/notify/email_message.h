#pragma once

#include <string>

#include "handoff/result.h"
#include "notify/notice.h"

/// A notice as an e-mail (RFC 5322) to one recipient. Pure.
namespace handoff {

struct EmailParties {
  std::string from;  ///< `notifications.email.from`: `Acme <support@acme.example>`
  std::string to;    ///< one address of `notifications.email.to`
  /// False when this recipient had a mail about the conversation before: mail clients then put the
  /// two together.
  bool first_of_conversation = true;
};

struct EmailMessage {
  std::string sender;      ///< of the envelope, ASCII
  std::string recipient;   ///< of the envelope, ASCII
  std::string message_id;  ///< with its brackets
  std::string bytes;       ///< headers and body, lines ending in CRLF
};

/// The same arguments make the same bytes: a repeat can be told from a second mail by its
/// Message-ID and by `X-Handoff-Delivery`, which is `notice.id`. The id of the first mail of a
/// conversation comes from the conversation and the recipient alone, so that later ones can refer
/// to it. kInvalid: an address that is none, an id or a link with characters that do not belong
/// there; the message says which.
Result<EmailMessage> email_message(const Notice& notice, const EmailParties& parties);

}  // namespace handoff
