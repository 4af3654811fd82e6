#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handoff/result.h"
#include "handoff/time.h"
#include "notify/whatsapp_error.h"
#include "notify/whatsapp_recipient.h"

/// What Meta posts to our hook: what became of our messages, and who wrote to our number. Both come
/// in batches, in any order, and more than once. REQUIRES everywhere: `is_signed_by_meta`. Pure.
namespace handoff {

struct WhatsappStatus {
  enum class State { kSent, kDelivered, kRead, kFailed };

  std::string message_id;   ///< `wamid.…`, the `remote_id` of the delivery
  std::string delivery_id;  ///< ours, from `biz_opaque_callback_data`; empty: not a message of ours
  State state = State::kSent;
  Instant at = {};
  std::optional<WhatsappError> error = std::nullopt;  ///< of kFailed, always

  /// The same for every repeat of this report, and no other: `wamid.…:failed`.
  std::string key() const;
};

/// Somebody wrote to our number. What, is not kept. Opens the 24 hours in which plain text is
/// taken, from `at` (but never from later than now).
struct WhatsappWrote {
  std::string message_id;
  std::vector<WhatsappRecipient> from;  ///< number, user id, or both; never empty
  Instant at = {};
};

struct WhatsappReport {
  std::vector<WhatsappStatus> statuses;
  std::vector<WhatsappWrote> wrote;
};

/// Reads one post, without the repeats in it. What is about another number than `phone_number_id`,
/// of other kinds, or not whole is left out. kInvalid: no JSON, or no mapping.
Result<WhatsappReport> read_whatsapp_report(std::string_view body,
                                            std::string_view phone_number_id);

/// What a report says about the delivery: kDelivered for sent, delivered and read, else as the
/// error says. A closed window (`error->fault`) is worth one more try, with the template.
DeliveryOutcome outcome_of(const WhatsappStatus& status);

}  // namespace handoff
