#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "handoff/settings.h"
#include "net/cancellation.h"
#include "notify/delivery.h"
#include "notify/email_message.h"

namespace handoff {

struct SmtpTimes {
  std::chrono::milliseconds connect_within{5'000};  ///< name and TCP
  std::chrono::milliseconds total_within{30'000};
};

/// Gives mails to the mail server of the settings. Public servers only over TLS that is verified:
/// `smtps:` from the first byte, `smtp:` after STARTTLS. Addresses that
/// `outbound.allow_private_cidrs` holds are reached without it too: behind `smtp:` TLS is then a
/// wish, taken in whatever quality the server has it. Every address is looked at when the socket is
/// opened; no proxies. Thread-safe.
class Smtp {
 public:
  /// `ca_file`: certificates (PEM) of authorities to trust beside the system's; empty: none.
  explicit Smtp(const std::vector<std::string>& private_cidrs, std::string ca_file = {},
                SmtpTimes times = {});
  ~Smtp();
  Smtp(const Smtp&) = delete;
  Smtp& operator=(const Smtp&) = delete;

  /// Blocks until the end; `cancellation` makes that soon, null: it cannot be cancelled.
  /// `settings`: `smtp_url` (its path is the name we greet with; without one that is the sender's
  /// domain), `username` and `password`; the sender and the recipient are the message's.
  ///
  /// kDelivered: the server took it. kTryLater: the network, a 4xx, or no answer; where the message
  /// was under way already, `what` says that it may arrive twice. kGone: the recipient does not
  /// exist (550, 551, 553 or 5.1.x to RCPT TO). kRefused: any other 5xx, an address that may not be
  /// reached, TLS that is missing or not to be trusted, a wrong `smtp_url`. `what` holds what the
  /// server said, cleaned, at most 200 characters, and never the password.
  DeliveryOutcome send(const EmailMessage& message, const EmailSettings& settings,
                       Cancellation* cancellation = nullptr) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace handoff
