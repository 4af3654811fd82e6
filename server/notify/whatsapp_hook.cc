#include "notify/whatsapp_hook.h"

#include <openssl/crypto.h>

#include <algorithm>

#include "notify/openssl_handles.h"

namespace handoff {
namespace {

using openssl::bytes_of;
using openssl::must_work;

constexpr std::size_t kDigestBytes = 32;
constexpr std::size_t kChallengeBytes = 256;

std::string hmac(std::string_view secret, std::string_view text) {
  std::string out(kDigestBytes, '\0');
  must_work(EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, secret.data(), secret.size(),
                      bytes_of(text), text.size(), bytes_of(out), out.size(), nullptr) != nullptr,
            "authenticate");
  return out;
}

std::string hex(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

/// Empty ones are equal to nothing.
bool same_secret(std::string_view a, std::string_view b) {
  return !a.empty() && a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

/// Meta sends digits; whatever else is sent back must not be taken for a page.
bool is_harmless(std::string_view challenge) {
  return !challenge.empty() && challenge.size() <= kChallengeBytes &&
         std::all_of(challenge.begin(), challenge.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '-' || c == '_';
         });
}

}  // namespace

std::optional<std::string> answer_handshake(const WhatsappHandshake& said,
                                            std::string_view verify_token) {
  if (said.mode != "subscribe" || !same_secret(said.verify_token, verify_token) ||
      !is_harmless(said.challenge)) {
    return std::nullopt;
  }
  return said.challenge;
}

bool is_signed_by_meta(std::string_view raw_body, std::string_view signature,
                       std::string_view app_secret) {
  if (app_secret.empty()) return false;
  return same_secret(signature, "sha256=" + hex(hmac(app_secret, raw_body)));
}

}  // namespace handoff
