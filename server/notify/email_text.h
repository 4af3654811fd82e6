#pragma once

#include <string>

#include "notify/notice.h"

/// What an e-mail shows, in both of its forms. Pure.
namespace handoff {

/// The plain form. That of a handoff is fixed (contract, section 7); the others follow it. What
/// visitors wrote stands on one line each, so that none of it can pass for a line of ours.
std::string email_plain_text(const Notice& notice);

/// The other form: a whole HTML document that loads nothing from anywhere.
std::string email_html(const Notice& notice);

}  // namespace handoff
