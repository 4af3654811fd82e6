#pragma once

#include <string>

#include "handoff/settings.h"

namespace handoff {

/// `text` without the password, plain or as it travels (RFC 4616 PLAIN, LOGIN): a mail server, or
/// what passes for one, may say it back to us. Pure.
std::string without_secrets(std::string text, const EmailSettings& settings);

}  // namespace handoff
