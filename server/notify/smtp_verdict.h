#pragma once

#include <string>

#include "notify/delivery.h"
#include "notify/smtp_session.h"

/// What the end of a try means for the delivery. Pure.
namespace handoff {

DeliveryOutcome smtp_verdict(const SmtpEnd& end);

/// True when only TLS stood in the way, nothing of the mail was said yet, and the server is at an
/// address that may be spoken to without it.
bool may_do_without_tls(const SmtpEnd& end);

}  // namespace handoff
