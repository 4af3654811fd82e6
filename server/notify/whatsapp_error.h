#pragma once

#include <optional>
#include <string>

#include "handoff/json.h"
#include "notify/delivery.h"

namespace handoff {

/// What an error of WhatsApp's Cloud API asks for. Its titles change, its numbers do not.
enum class WhatsappFault {
  kPassing,       ///< the same message may be taken later
  kOurs,          ///< settings, template, token, billing: nothing gets through until an admin acts
  kRecipients,    ///< this recipient cannot be reached here: another channel may
  kWindowClosed,  ///< plain text is over 24 hours late: a template is taken
};

struct WhatsappError {
  int code = 0;
  WhatsappFault fault = WhatsappFault::kOurs;
  std::string what = {};  ///< for the log and the dashboard, without secrets
};

/// nullopt: a code that we do not know.
std::optional<WhatsappFault> whatsapp_fault(int code);

/// `{code, is_transient?, error_data: {details}?}`, as answers and reports carry it. nullopt when
/// there is no code. `unknown`: what to make of a code that we do not know. Its `message` is not
/// repeated: for a bad token it holds the token.
std::optional<WhatsappError> read_whatsapp_error(const Json& error, WhatsappFault unknown);

/// kPassing -> kTryLater, kOurs -> kRefused, the recipient's -> kGone.
DeliveryOutcome outcome_of(const WhatsappError& error);

}  // namespace handoff
