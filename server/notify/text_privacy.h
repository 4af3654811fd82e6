#pragma once

#include <string>
#include <string_view>

#include "handoff/settings.h"
#include "notify/notice.h"

/// How much of what visitors write leaves the house in a notification
/// (`privacy.notification_text`). Pure.
namespace handoff {

/// `kFull`: as it is. `kMasked`: every text with `mask_personal_data`. `kNone`: nothing a visitor
/// gave or said: the label is `Visitor 3f9a` (from the conversation's id), the reason its name in
/// the words of `notice.locale`, and no message is left.
Notice with_privacy(Notice notice, PrivacySettings::NotificationText wanted);

/// `text` with e-mail addresses, phone numbers, account and card numbers covered so far that the
/// team can still tell two of them apart: `j•••@example.com`, `+•••• 456`, `RO•••• 0000`,
/// `•••• 1111`.
std::string mask_personal_data(std::string_view text);

}  // namespace handoff
