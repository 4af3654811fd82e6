#pragma once

#include <string>

#include "notify/visitor_message.h"

/// What a mail to a visitor shows, in both of its forms. Pure.
namespace handoff {

std::string confirmation_plain_text(const ConfirmationMail& mail);
/// Whole HTML documents that load nothing from anywhere.
std::string confirmation_html(const ConfirmationMail& mail);

/// What people wrote is indented, so that none of it can pass for a line of ours.
std::string answer_plain_text(const AnswerMail& mail);
std::string answer_html(const AnswerMail& mail);

}  // namespace handoff
