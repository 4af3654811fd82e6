#include "service/secrets.h"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace handoff {
namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemoryBytes = 19 * 1024 * 1024;

template <std::size_t kBytes>
std::string random_text(std::string_view prefix) {
  std::array<unsigned char, kBytes> bytes;
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, sodium_base64_ENCODED_LEN(kBytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING)>
      text;
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return std::string(prefix) + text.data();
}

}  // namespace

bool secrets_ready() { return sodium_init() >= 0; }

std::string random_id(std::string_view prefix) { return random_text<16>(prefix); }

std::string random_token(std::string_view prefix) { return random_text<32>(prefix); }

std::string hash_token(std::string_view token) {
  std::string hash(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(token.data()), token.size(), nullptr,
                     0);
  return hash;
}

bool same_secret(std::string_view a, std::string_view b) {
  return !a.empty() && a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string hash_password(const std::string& password) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), kPasses, kMemoryBytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::runtime_error("not enough memory to hash a password");
  }
  return hash.data();
}

bool verify_password(const std::string& hash, const std::string& password) {
  return !hash.empty() &&
         crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void verify_nothing(const std::string& password) {
  static const std::string kHashOfNothing = hash_password(random_token(""));
  verify_password(kHashOfNothing, password);
}

std::string random_password() {
  // Without the signs that people mix up: 0 o 1 l i.
  constexpr std::string_view kSigns = "23456789abcdefghjkmnpqrstuvwxyz";
  std::string out;
  for (int i = 0; i < 20; ++i) {
    if (i > 0 && i % 5 == 0) out += '-';
    out += kSigns[randombytes_uniform(static_cast<std::uint32_t>(kSigns.size()))];
  }
  return out;
}

}  // namespace handoff
