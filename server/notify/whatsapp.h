#pragma once

#include "handoff/settings.h"
#include "handoff/time.h"
#include "net/cancellation.h"
#include "net/http_client.h"
#include "notify/delivery.h"
#include "notify/notice.h"
#include "notify/whatsapp_recipient.h"

namespace handoff {

/// Messages to the phones of the team by WhatsApp's Cloud API. Thread-safe.
class Whatsapp {
 public:
  /// REQUIRES: `http` outlives this.
  explicit Whatsapp(const HttpClient& http) : http_(http) {}

  /// Sends one notice to one recipient; blocks until WhatsApp has answered. `window_open`: the
  /// recipient has written to our number within 24 hours, so that plain text is taken (where that
  /// turns out to be wrong, the template follows at once). Ends:
  ///   kDelivered  taken, with `remote_id` (`wamid.…`); what became of it, the reports say
  ///   kTryLater   busy or unreachable. After a cut connection a repeat may arrive twice: WhatsApp
  ///               knows no idempotency, only the id that both carry
  ///   kRefused    an admin must act: token, template, billing, or a wrong address
  ///   kGone       this recipient cannot be reached here: use another channel
  DeliveryOutcome deliver(const Notice& notice, const WhatsappRecipient& to, bool window_open,
                          const WhatsappSettings& settings, Instant now,
                          Cancellation* cancellation = nullptr) const;

 private:
  HttpOutcome post(std::string body, const WhatsappSettings& settings,
                   Cancellation* cancellation) const;

  const HttpClient& http_;
};

}  // namespace handoff
