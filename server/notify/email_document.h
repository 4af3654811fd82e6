#pragma once

#include <string>
#include <string_view>

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

/// Pure: the same document is the same bytes.
EmailMessage written(const EmailDocument& document);

/// One line of a mail's head. REQUIRES: `value` holds no line break except for folding.
std::string mail_header(std::string_view name, std::string_view value);

/// Sixteen digits that tell one recipient from another, for ids that each mail has of its own.
std::string recipient_mark(std::string_view address);

}  // namespace handoff
