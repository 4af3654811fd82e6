#include "notify/smtp_secrets.h"

#include <algorithm>
#include <string_view>

#include "notify/base64url.h"

namespace handoff {
namespace {

constexpr std::string_view kHidden = "(hidden)";

/// With the signs that mail servers use; the padding is no secret.
std::string base64(std::string_view bytes) {
  std::string text = to_base64url(bytes);
  std::replace(text.begin(), text.end(), '-', '+');
  std::replace(text.begin(), text.end(), '_', '/');
  return text;
}

void hide(std::string& text, const std::string& secret) {
  for (auto at = text.find(secret); at != std::string::npos;
       at = text.find(secret, at + kHidden.size())) {
    text.replace(at, secret.size(), kHidden);
  }
}

}  // namespace

std::string without_secrets(std::string text, const EmailSettings& settings) {
  if (settings.password.empty()) return text;
  const std::string nul(1, '\0');
  hide(text, base64(nul + settings.username + nul + settings.password));
  hide(text, base64(settings.password));
  hide(text, settings.password);
  return text;
}

}  // namespace handoff
