#pragma once

#include <string>
#include <string_view>

#include "handoff/result.h"
#include "handoff/time.h"
#include "notify/email_address.h"
#include "notify/email_message.h"

namespace handoff {

/// What every e-mail of ours is made of, before it has its form (RFC 5322): a plain text and the
/// same as HTML.
struct EmailDocument {
  const Mailbox& from;
  const Mailbox& to;
  Instant at;
  std::string subject;
  std::string message_id;  ///< with its brackets
  std::string answers_to;  ///< the Message-ID that this one is put under; empty: none
  std::string_view language;
  std::string delivery_id;
  std::string more_headers = {};  ///< whole lines, each made by `mail_header`
  std::string plain_text;
  std::string html;
};

/// Who a mail is from and to.
struct MailParties {
  Mailbox from;
  Mailbox to;
};

/// kInvalid: an address that is none; the message says which.
Result<MailParties> parse_parties(const EmailParties& given);

/// What the checks of a mail answer: kInvalid.
Error refused_mail(std::string what);

/// May stand in an id of a mail: visible ASCII, at most 128 characters, or nothing.
bool is_mail_id(std::string_view text);

/// `https:` or `http:`, visible ASCII.
bool is_web_link(std::string_view text);

/// Pure: the same document is the same bytes.
EmailMessage written(const EmailDocument& document);

/// One line of a mail's head. REQUIRES: `value` holds no line break except for folding.
std::string mail_header(std::string_view name, std::string_view value);

/// Sixteen digits that tell one recipient from another, for ids that each mail has of its own.
std::string recipient_mark(std::string_view address);

}  // namespace handoff
