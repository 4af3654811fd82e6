#pragma once

#include <string>
#include <string_view>

#include "notify/notice.h"
#include "notify/whatsapp_recipient.h"

/// The bodies of a call to `…/messages` of WhatsApp's Cloud API. Both carry the id of the delivery
/// (`biz_opaque_callback_data`), which comes back in the reports. Pure.
namespace handoff {

/// The approved template `name` in `language`. Its body has two parameters, who and why, and its
/// one button an address that ends in the conversation's id.
std::string whatsapp_template(const Notice& notice, const WhatsappRecipient& to,
                              const std::string& name, const std::string& language);

/// The same as plain text, which is taken for 24 hours after the recipient has written.
std::string whatsapp_text(const Notice& notice, const WhatsappRecipient& to);

}  // namespace handoff
