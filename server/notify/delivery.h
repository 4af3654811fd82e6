#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace handoff {

/// What the other side said to one delivery of a notification.
struct DeliveryOutcome {
  enum class End {
    kDelivered,  ///< accepted; for e-mail and WhatsApp that is not yet "arrived"
    kTryLater,   ///< busy, slow or unreachable; the same delivery may succeed later
    kRefused,    ///< for good: wrong data, wrong credentials, an address we may not reach
    kGone,       ///< the recipient does not exist any more; forget it
  };
  End end = End::kTryLater;
  /// The other side's wish, at most a day.
  std::optional<std::chrono::seconds> retry_after = std::nullopt;
  std::string what = {};       ///< for the log and the dashboard, without secrets
  std::string remote_id = {};  ///< how the other side calls it (`wamid.…`); empty: it does not
};

}  // namespace handoff
