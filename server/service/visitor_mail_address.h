#pragma once

#include <optional>
#include <string>

#include "handoff/conversation.h"

namespace handoff {

/// An address that a visitor typed, as mails go to it.
struct VisitorAddress {
  std::string mail;     ///< ASCII, small letters
  std::string domain;   ///< what stands behind the @
  std::string mailbox;  ///< a hash: the same for spellings that reach one mailbox (`jon+1@…`)
};

/// Empty where there is none, or none that mail can be sent to. Pure.
std::optional<VisitorAddress> visitor_address(const std::optional<Contact>& contact);

/// The page of a conversation, for a link in a mail; empty when it is not on one of the site's
/// `origins`. Without query and fragment, which may hold anything. Pure.
std::string page_for_mail(const Page& page, const std::vector<std::string>& origins);

}  // namespace handoff
